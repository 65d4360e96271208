using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Web.Features.AccessLog;

/// <summary>A page of the access log, newest first.</summary>
/// <param name="Months">How long entries are kept.</param>
public sealed record AccessLogPage(AccessLogFilter Filter, ListRequest List, int Total, IReadOnlyList<AccessLogLine> Lines, int Months)
{
    public const string Path = "/access-log";

    public Pager Pager { get; } = new(List, Total);

    /// <summary>The file of exactly what is asked for.</summary>
    public string Export(string format) => (List.Address with { Path = $"{Path}/export.{format}" }).With(ListAddress.PageKey, null).With(ListAddress.SortKey, null).ToString();
}

/// <param name="Who">The name that the account has today; null: nobody was signed in, or the account is gone.</param>
public sealed record AccessLogLine(StoredAccess Row, string? Who)
{
    public AccessEntry Entry => Row.Entry;

    /// <summary>Colour and shape of the line's kind.</summary>
    public string Tone => Entry switch
    {
        { Kind: AccessKind.Refused } => "warn",
        { Kind: AccessKind.SignIn, Status: >= 400 } => "bad",
        { Kind: AccessKind.SignIn or AccessKind.SignOut } => "info",
        { Kind: AccessKind.Write, Status: >= 400 } => "warn",
        { Kind: AccessKind.Write } => "ok",
        _ => "neutral",
    };
}
