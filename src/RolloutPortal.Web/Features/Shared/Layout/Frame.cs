using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Shared.Layout;

/// <summary>What stands around every page: who looks, at which rollout, and where they may go.</summary>
/// <param name="Who">Null when nobody is signed in.</param>
/// <param name="Roles">In words.</param>
/// <param name="Others">Rollouts to change to.</param>
/// <param name="DemoTime">The portal's local time on a demonstration; null on any other portal.</param>
/// <param name="Token">Against forgery; htmx sends it with every request.</param>
public sealed record Frame(
    SignedInAccount? Who, IReadOnlyList<string> Roles, ProgrammeRow? Programme, IReadOnlyList<ProgrammeRow> Others,
    IReadOnlyList<FrameLink> Links, DateTimeOffset? DemoTime, string? Token)
{
    /// <summary>Enough for a page of errors when the database is away.</summary>
    public static Frame Bare { get; } = new(Who: null, [], Programme: null, [], [], DemoTime: null, Token: null);

    /// <summary>Null for those who have no page of their own.</summary>
    public FrameNews? News { get; init; }

    public bool HasChoice => Others.Count > 0;
}

/// <summary>How many of one's tickets others have changed, and when that may be another number.</summary>
/// <param name="Topics">As in <c>data-topic</c>.</param>
public sealed record FrameNews(int Count, string Topics)
{
    /// <summary>More are only said to be more.</summary>
    public const int Most = 99;

    public string Words => Count > Most ? $"{Most}+" : $"{Count}";
}

/// <summary>A place in the main menu.</summary>
public sealed record FrameLink(string Text, string Address, bool IsCurrent);
