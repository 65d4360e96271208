using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class WorkingOnATicket
{
    private static readonly DateTimeOffset Noon = Any.Morning.AddHours(5);

    private readonly Guid somebody = Guid.NewGuid();

    private readonly Ticket ticket = Any.Ticket();

    [Fact]
    public void It_is_taken_and_may_be_handed_over()
    {
        var taken = ticket.After(t => t.Take(somebody, Noon));

        Assert.Equal((TicketStatus.Taken, somebody), (taken.Status, taken.AssigneeId));
        taken.Take(somebody, Noon).IsNothing();
        Assert.IsType<TicketTaken>(taken.Take(Guid.NewGuid(), Noon).Only());
    }

    [Fact]
    public void What_was_taken_can_be_given_back()
    {
        var taken = ticket.After(t => t.Take(somebody, Noon));

        Assert.Equal((TicketStatus.Open, (Guid?)null), Standing(taken.After(t => t.Release(Noon))));
        ticket.Release(Noon).IsNothing();
    }

    [Fact]
    public void What_is_meanwhile_anothers_is_neither_taken_nor_released_by_whoever_did_not_know()
    {
        var (colleague, taken) = (Guid.NewGuid(), ticket.After(t => t.Take(somebody, Noon)));

        taken.Take(colleague, seen: null, Noon).IsRefused(TicketRefusals.TakenMeanwhile);
        taken.Take(somebody, seen: null, Noon).IsNothing();
        Assert.IsType<TicketTaken>(taken.Take(colleague, seen: somebody, Noon).Only());
        taken.Release(colleague, Noon).IsRefused(TicketRefusals.TakenMeanwhile);
        taken.Release(seen: null, Noon).IsRefused(TicketRefusals.TakenMeanwhile);
        Assert.IsType<TicketReleased>(taken.Release(somebody, Noon).Only());
        ticket.Release(somebody, Noon).IsNothing();
        taken.After(t => t.Resolve(Cause.Training, null, Noon)).Release(colleague, Noon).IsRefused(TicketRefusals.Resolved);
    }

    [Fact]
    public void It_is_resolved_with_a_cause_taken_or_not()
    {
        Assert.Equal(Cause.Training, ticket.After(t => t.Resolve(Cause.Training, null, Noon)).Cause);
        Assert.Equal(
            TicketStatus.Resolved,
            ticket.After(t => t.Take(somebody, Noon)).After(t => t.Resolve(Cause.Unknown, Guid.NewGuid(), Noon)).Status);
    }

    [Fact]
    public void A_resolved_ticket_is_neither_taken_nor_resolved_otherwise_but_may_be_commented()
    {
        var resolved = ticket.After(t => t.Resolve(Cause.Training, null, Noon));

        resolved.Take(somebody, Noon).IsRefused(TicketRefusals.Resolved);
        resolved.Release(Noon).IsRefused(TicketRefusals.Resolved);
        resolved.Resolve(Cause.Training, null, Noon).IsNothing();
        resolved.Resolve(Cause.SoftwareFault, null, Noon).IsRefused(TicketRefusals.Resolved);
        resolved.Withdraw(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.Resolved);
        Assert.IsType<TicketCommented>(resolved.Comment(Guid.NewGuid(), somebody, Noon).Only());
    }

    [Fact]
    public void The_same_cause_in_other_words_is_another_resolution()
    {
        var words = Guid.NewGuid();
        var resolved = ticket.After(t => t.Resolve(Cause.Training, words, Noon));

        resolved.Resolve(Cause.Training, words, Noon).IsNothing();
        resolved.Resolve(Cause.Training, Guid.NewGuid(), Noon).IsRefused(TicketRefusals.Resolved);
        resolved.Resolve(Cause.Training, null, Noon).IsRefused(TicketRefusals.Resolved);
    }

    [Fact]
    public void It_is_reopened_with_a_reason_and_is_nobodys_then()
    {
        var (reason, resolved) = (Guid.NewGuid(), ticket.After(t => t.Take(somebody, Noon)).After(t => t.Resolve(Cause.Training, null, Noon)));
        var reopened = resolved.After(t => t.Reopen(reason, Noon));

        Assert.Equal((TicketStatus.Open, (Guid?)null), Standing(reopened));
        Assert.Null(reopened.Cause);
        reopened.Reopen(reason, Noon).IsNothing();
        resolved.Reopen(Guid.Empty, Noon).IsRefused(TicketRefusals.ReasonMissing);
        ticket.Reopen(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.NotResolved);
    }

    [Fact]
    public void The_same_comment_sent_twice_is_there_once()
    {
        var text = Guid.NewGuid();

        ticket.After(t => t.Comment(text, somebody, Noon)).Comment(text, somebody, Noon).IsNothing();
    }

    [Fact]
    public void A_mistaken_ticket_is_withdrawn_and_nothing_happens_to_it_any_more()
    {
        var reason = Guid.NewGuid();
        var withdrawn = ticket.After(t => t.Withdraw(reason, Noon));

        ticket.Withdraw(Guid.Empty, Noon).IsRefused(TicketRefusals.ReasonMissing);
        withdrawn.Withdraw(reason, Noon).IsNothing();
        withdrawn.Withdraw(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.Withdrawn);
        withdrawn.Take(somebody, Noon).IsRefused(TicketRefusals.Withdrawn);
        withdrawn.Resolve(Cause.Unknown, null, Noon).IsRefused(TicketRefusals.Withdrawn);
        withdrawn.Reopen(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.Withdrawn);
        withdrawn.Comment(Guid.NewGuid(), somebody, Noon).IsRefused(TicketRefusals.Withdrawn);
    }

    [Fact]
    public void Any_text_can_be_removed_once_and_at_any_time()
    {
        var withdrawn = ticket.After(t => t.Withdraw(Guid.NewGuid(), Noon));
        var redacted = withdrawn.After(t => t.Redact(ticket.TextId, Noon));

        redacted.Redact(ticket.TextId, Noon).IsNothing();
        ticket.Redact(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.TextNotFound);
    }

    [Fact]
    public void Nothing_happens_to_a_ticket_that_is_not_there()
    {
        Ticket.Initial.Take(somebody, Noon).IsRefused(TicketRefusals.NotFound);
        Ticket.Initial.Resolve(Cause.Unknown, null, Noon).IsRefused(TicketRefusals.NotFound);
        Ticket.Initial.Withdraw(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.NotFound);
        Ticket.Initial.Redact(Guid.NewGuid(), Noon).IsRefused(TicketRefusals.TextNotFound);
    }

    private static (TicketStatus Status, Guid? AssigneeId) Standing(Ticket ticket) => (ticket.Status, ticket.AssigneeId);
}
