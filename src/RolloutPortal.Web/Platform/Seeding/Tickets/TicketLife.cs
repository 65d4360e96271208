using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>One ticket of the story, and what became of it.</summary>
public sealed record TicketLife(
    Guid TicketId, DateTimeOffset At, Guid Reporter, Channel Channel, Problem Problem, string Words, IReadOnlyList<TicketDeed> Deeds)
{
    /// <summary>Only what had happened by then.</summary>
    public IEnumerable<SeedStep> Steps(DateTimeOffset until) => At >= until ? [] :
    [
        new SeedStep(At, Reporter, TicketId, Events: 1, Alone: false, (scene, ct) =>
            scene.Tickets.Log(TicketId, Problem, Words, Reporter, Channel, scene.Locations[Problem.LocationId], ct: ct))
        {
            Begin = scene => scene.Begin(TicketId, Ticket.Initial),
        },
        .. Deeds.TakeWhile(deed => deed.At < until).Select(deed => SeedStep.Decide<Ticket, TicketEvent>(deed.At, deed.By, TicketId, events: 1, deed.Decide, deed.Words)),
    ];
}

/// <summary>What somebody did with a ticket.</summary>
/// <param name="Words">What was written with it; empty where nothing needs saying.</param>
/// <param name="Decide">Given the ticket and the text's id.</param>
public sealed record TicketDeed(DateTimeOffset At, Guid By, string Words, Func<Ticket, Guid, Domain.Decision<TicketEvent>> Decide)
{
    public static TicketDeed Take(DateTimeOffset at, Guid by) => new(at, by, "", (ticket, _) => ticket.Take(by, at));

    public static TicketDeed Comment(DateTimeOffset at, Guid by, string words) => new(at, by, words, (ticket, text) => ticket.Comment(text, by, at));

    public static TicketDeed Resolve(DateTimeOffset at, Guid by, Cause cause, string words) =>
        new(at, by, words, (ticket, text) => ticket.Resolve(cause, words.Length == 0 ? null : text, at));

    public static TicketDeed Reopen(DateTimeOffset at, Guid by, string words) => new(at, by, words, (ticket, text) => ticket.Reopen(text, at));

    public static TicketDeed Withdraw(DateTimeOffset at, Guid by, string words) => new(at, by, words, (ticket, text) => ticket.Withdraw(text, at));

    /// <summary>Rated anew by whoever took it; the words stay.</summary>
    public static TicketDeed Rate(DateTimeOffset at, Guid by, Problem problem, Domain.Waves.HypercarePeriod hypercare, DateOnly loggedOn) =>
        new(at, by, "", (ticket, _) => ticket.Correct(new CorrectTicket(problem, ticket.TextId, at), hypercare, loggedOn));
}
