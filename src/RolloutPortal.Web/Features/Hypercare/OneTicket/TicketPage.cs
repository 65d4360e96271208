using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Photos;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>A ticket as its page shows it.</summary>
/// <param name="AreaName">Today's.</param>
/// <param name="Names">Of modules and locations, by id: those of today and those of earlier versions.</param>
/// <param name="Written">Bodies by text id; a missing one was deleted.</param>
/// <param name="History">Oldest first.</param>
/// <param name="Version">Of the stream, as these facts were read.</param>
/// <param name="Notice">Key of a text above the facts: somebody was faster.</param>
public sealed record TicketPage(
    TicketRow Row, CareLocation At, string AreaName, IReadOnlyDictionary<Guid, string> Names, TicketActs Acts, People People,
    IReadOnlyDictionary<Guid, string> Written, IReadOnlyList<HistoryEntry> History, long Version, string? Notice = null)
{
    /// <summary>In the order in which they came, removed ones among them.</summary>
    public IReadOnlyList<TicketPhoto> Photos { get; init; } = [];

    /// <summary>Those that can be seen.</summary>
    public IReadOnlyList<TicketPhoto> Seen => [.. Photos.Where(photo => !photo.IsRemoved)];

    /// <summary>The day since which the location is closed; the ticket stays with it.</summary>
    public DateOnly? ClosedFrom { get; init; }

    public string Address => $"/tickets/{Row.TicketId}";

    public string Topic => $"ticket/{Row.TicketId}";

    public string Zone => At.Row.TimeZone;

    /// <summary>Not of what its user did: somebody else was there first.</summary>
    public bool IsWarning => Notice?.StartsWith("ticket.", StringComparison.Ordinal) == true;

    /// <summary>Null when it was deleted.</summary>
    public string? Words => Written.GetValueOrDefault(Row.TextId);

    /// <summary>The last that somebody said about it, and that still has its words.</summary>
    public HistoryEntry? LastComment => History.LastOrDefault(entry => entry.What == nameof(TicketCommented) && IsWritten(entry.TextId));

    /// <summary>Null where none was said.</summary>
    public string? NameOf(Guid? id) => id is { } named ? Names.GetValueOrDefault(named) : null;

    public IEnumerable<ProblemChange> Changes(Problem was, Problem now) => ProblemChange.Between(was, now, NameOf);

    /// <summary>Who wrote a text. What happened is the reporter's, whoever corrected it; so are the words that a correction replaced.</summary>
    public Guid? AuthorOf(Guid textId) => textId == Row.TextId ? Row.ReporterId
        : History.FirstOrDefault(entry => entry.TextId == textId) is { } entry ? (entry.Was is null ? entry.By : Row.ReporterId) : null;

    /// <summary>Texts that still have a body: what could be deleted.</summary>
    public bool IsWritten(Guid? textId) => textId is { } id && Written.ContainsKey(id);
}
