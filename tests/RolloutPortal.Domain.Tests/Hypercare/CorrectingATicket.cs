using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class CorrectingATicket
{
    private static readonly HypercarePeriod Over = Any.Hypercare(to: Any.GoLive.AddDays(-1));

    private readonly Ticket ticket = Any.Ticket();

    [Fact]
    public void Severity_is_worked_out_anew()
    {
        var corrected = Corrected(Now with { Impact = Impact.WholeLocation, Urgency = Urgency.StatutoryOrSafetyNow });

        Assert.Equal(Severity.S2, corrected.Severity);
        Assert.Equal(Severity.S1, Corrected(Now with
        {
            Impact = Impact.WholeLocation,
            Urgency = Urgency.StatutoryOrSafetyNow,
            AffectedUsers = 51,
        }).Severity);
    }

    [Fact]
    public void At_the_same_location_it_stays_in_the_hypercare_it_was_logged_in() =>
        Assert.True(Corrected(Now with { Kind = TicketKind.Access }).DuringHypercare);

    [Fact]
    public void At_another_location_that_ones_hypercare_counts_on_the_day_of_logging() =>
        Assert.False(Corrected(Now with { LocationId = Guid.NewGuid() }).DuringHypercare);

    [Fact]
    public void Without_a_change_nothing_happens() => Correct(Now).IsNothing();

    [Fact]
    public void New_words_alone_are_a_change()
    {
        var text = Guid.NewGuid();

        Assert.Equal(text, ticket.After(t => t.Correct(new(Now, text, Any.Morning), Over, Any.GoLive)).TextId);
    }

    [Fact]
    public void A_resolved_ticket_can_be_corrected_and_stays_resolved()
    {
        var resolved = ticket.After(t => t.Resolve(Cause.Training, null, Any.Morning));
        var changed = Now with { Kind = TicketKind.TrainingNeed };

        var corrected = resolved.After(t => t.Correct(new(changed, ticket.TextId, Any.Morning), Over, Any.GoLive));

        Assert.Equal(TicketStatus.Resolved, corrected.Status);
    }

    [Fact]
    public void A_withdrawn_one_or_none_at_all_cannot()
    {
        var command = new CorrectTicket(Any.Problem(), Guid.NewGuid(), Any.Morning);

        ticket.After(t => t.Withdraw(Guid.NewGuid(), Any.Morning)).Correct(command, Over, Any.GoLive)
            .IsRefused(TicketRefusals.Withdrawn);
        Ticket.Initial.Correct(command, Over, Any.GoLive).IsRefused(TicketRefusals.NotFound);
        Correct(Now with { AffectedUsers = 0 }).IsRefused(TicketRefusals.AffectedUsersOutOfRange);
    }

    private Problem Now => ticket.Problem!;

    private Decision<TicketEvent> Correct(Problem problem) =>
        ticket.Correct(new(problem, ticket.TextId, Any.Morning), Over, Any.GoLive);

    private TicketCorrected Corrected(Problem problem) => Assert.IsType<TicketCorrected>(Correct(problem).Only());
}
