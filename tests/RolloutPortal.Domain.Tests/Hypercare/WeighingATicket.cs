using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class WeighingATicket
{
    private static readonly DateTimeOffset Noon = Any.Morning.AddHours(5);

    private readonly Ticket ticket = Any.Ticket(); // S3 by the table
    private readonly Guid reason = Guid.NewGuid();

    [Fact]
    public void It_is_weighed_otherwise_with_a_reason_and_the_tables_answer_stands_beside_it()
    {
        var weighed = Assert.IsType<SeverityChanged>(ticket.Weigh(Severity.S1, reason, Noon).Only());
        var again = Assert.IsType<SeverityChanged>(ticket.After(t => t.Weigh(Severity.S1, reason, Noon)).Weigh(Severity.S2, Guid.NewGuid(), Noon).Only());

        Assert.Equal((Severity.S3, Severity.S1, Severity.S3), (weighed.Was, weighed.Severity, weighed.ByRule));
        Assert.Equal((Severity.S1, Severity.S2, Severity.S3), (again.Was, again.Severity, again.ByRule));
    }

    [Fact]
    public void What_it_is_already_needs_no_reason_and_anything_else_does()
    {
        ticket.Weigh(Severity.S3, Guid.Empty, Noon).IsNothing();
        ticket.Weigh(Severity.S1, Guid.Empty, Noon).IsRefused(TicketRefusals.ReasonMissing);
        ticket.After(t => t.Weigh(Severity.S1, reason, Noon)).Weigh(Severity.S2, reason, Noon).IsNothing();
    }

    [Fact]
    public void What_was_weighed_meanwhile_is_told_before_it_is_weighed_again()
    {
        var weighed = ticket.After(t => t.Weigh(Severity.S1, reason, Noon));

        weighed.Weigh(Severity.S2, seen: Severity.S3, Guid.NewGuid(), Noon).IsRefused(TicketRefusals.WeighedMeanwhile);
        weighed.Weigh(Severity.S1, seen: Severity.S3, Guid.NewGuid(), Noon).IsNothing();
        Assert.IsType<SeverityChanged>(weighed.Weigh(Severity.S2, seen: Severity.S1, Guid.NewGuid(), Noon).Only());
        weighed.After(t => t.Resolve(Cause.Training, null, Noon)).Weigh(Severity.S2, seen: Severity.S3, Guid.NewGuid(), Noon).IsRefused(TicketRefusals.Resolved);
    }

    [Fact]
    public void Neither_a_resolved_nor_a_withdrawn_ticket_is_weighed()
    {
        ticket.After(t => t.Resolve(Cause.Training, null, Noon)).Weigh(Severity.S1, reason, Noon).IsRefused(TicketRefusals.Resolved);
        ticket.After(t => t.Withdraw(Guid.NewGuid(), Noon)).Weigh(Severity.S1, reason, Noon).IsRefused(TicketRefusals.Withdrawn);
        Ticket.Initial.Weigh(Severity.S1, reason, Noon).IsRefused(TicketRefusals.NotFound);
    }

    [Fact]
    public void A_correction_of_the_words_leaves_it_and_one_that_moves_the_table_works_it_out_anew()
    {
        var weighed = ticket.After(t => t.Weigh(Severity.S1, reason, Noon));
        Ticket Corrected(Problem problem) => weighed.After(t => t.Correct(new(problem, Guid.NewGuid(), Noon), HypercarePeriod.None, Any.GoLive));

        Assert.Equal(Severity.S1, Corrected(weighed.Problem! with { AffectedUsers = 7 }).Severity);
        Assert.Equal(Severity.S4, Corrected(weighed.Problem! with { Urgency = Urgency.Cosmetic }).Severity);
    }
}
