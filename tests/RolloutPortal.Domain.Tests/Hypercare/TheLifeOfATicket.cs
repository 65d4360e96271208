using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class TheLifeOfATicket
{
    private static readonly LogTicket Log = Any.LogTicket() with { IsRepeat = true };

    private static readonly Guid[] People = [Guid.NewGuid(), Guid.NewGuid()];

    private static readonly Guid[] Texts = [Log.TextId, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.Empty];

    [Fact]
    public void Whatever_is_tried_it_never_becomes_impossible_and_a_repeat_changes_nothing() =>
        Laws.Hold(Attempts().ListOf(), attempts => Laws.Live<Ticket, TicketEvent>(
            [ticket => ticket.Log(Log, HypercarePeriod.None, Any.GoLive), .. attempts],
            (ticket, attempt, decision) =>
            {
                IsPossible(ticket);
                if (decision.Refusal is null) attempt(ticket).IsNothing();
                Assert.InRange(decision.Events.Count, 0, 1);
            }));

    private static void IsPossible(Ticket ticket)
    {
        Assert.NotEqual(TicketStatus.Unlogged, ticket.Status);
        if (ticket.Status is TicketStatus.Taken) Assert.NotNull(ticket.AssigneeId);
        if (ticket.Status is TicketStatus.Open) Assert.Null(ticket.AssigneeId);
        if (ticket.Status is not TicketStatus.Withdrawn) Assert.Equal(ticket.Status is TicketStatus.Resolved, ticket.Cause is not null);
        Assert.Contains(ticket.TextId, ticket.Texts);
        Assert.Empty(ticket.Photos.Intersect(ticket.RemovedPhotos));
        Assert.Subset(new HashSet<Guid>(ticket.Texts), new HashSet<Guid>(ticket.Redacted));
    }

    private static Gen<Func<Ticket, Decision<TicketEvent>>> Attempts() =>
        from kind in Gen.Choose(0, 11)
        from person in Gen.Elements(People)
        from text in Gen.Elements(Texts)
        from cause in Laws.EnumOf<Cause>()
        from users in Gen.Choose(0, 3)
        select Attempt(kind, person, text, cause, users);

    private static Func<Ticket, Decision<TicketEvent>> Attempt(int kind, Guid person, Guid text, Cause cause, int users) =>
        ticket => kind switch
        {
            0 => ticket.Log(Log, HypercarePeriod.None, Any.GoLive),
            1 => ticket.Take(person, Any.Morning),
            2 => ticket.Release(Any.Morning),
            3 => ticket.Comment(text, person, Any.Morning),
            4 => ticket.Resolve(cause, text == Guid.Empty ? null : text, Any.Morning),
            5 => ticket.Reopen(text, Any.Morning),
            6 => ticket.Correct(
                new(Log.Problem with { AffectedUsers = users }, text, Any.Morning), HypercarePeriod.None, Any.GoLive),
            7 => users == 0 ? ticket.Withdraw(text, Any.Morning) : ticket.Release(Any.Morning),
            8 => ticket.Weigh((Severity)users, text, Any.Morning),
            9 => ticket.AddPhoto(text, person, Any.Morning),
            10 => ticket.RemovePhoto(text, Any.Morning),
            _ => ticket.Redact(text, Any.Morning),
        };
}
