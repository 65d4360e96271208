using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Web.Features.AccessLog;

/// <summary>Which entries an address asks for. A wrong value is as good as none: links get old.</summary>
/// <param name="Who">A part of a name or an address of mail, or an account's id; <c>nobody</c>: nobody was signed in.</param>
/// <param name="Result">A part of the outcome's key, or a status.</param>
/// <param name="Action">A part of method and route.</param>
/// <param name="From">The first day, in Copenhagen; <paramref name="To"/> is the last.</param>
/// <param name="About">The id of what it was about.</param>
public sealed record AccessLogFilter(
    string? Who = null, string? Kind = null, string? Result = null, string? Action = null, DateOnly? From = null, DateOnly? To = null, string? About = null)
{
    public const string Nobody = "nobody";

    public bool IsNone => this == new AccessLogFilter();

    public AccessKind? KnownKind => Enum.TryParse<AccessKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
