using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class LoggingATicket
{
    private static readonly DateOnly Friday = new(2022, 3, 11);

    private readonly LogTicket command = Any.LogTicket(Any.Problem(Impact.Team, Urgency.TodayPoorWorkaround));

    [Fact]
    public void Severity_follows_from_impact_and_urgency()
    {
        var logged = Logged(Ticket.Initial.Log(command, HypercarePeriod.None, Friday));

        Assert.Equal((Severity.S3, command.At, command.TextId), (logged.Severity, logged.LoggedAt, logged.TextId));
    }

    [Fact]
    public void On_the_last_day_of_hypercare_it_belongs_to_it() =>
        Assert.True(Logged(Ticket.Initial.Log(command, Any.Hypercare(to: Friday), today: Friday.AddDays(-1))).DuringHypercare);

    [Fact]
    public void The_day_after_hypercare_ends_it_is_kept_and_marked() =>
        Assert.False(Logged(Ticket.Initial.Log(command, Any.Hypercare(to: Friday), today: Friday)).DuringHypercare);

    [Fact]
    public void Before_going_live_too_it_is_never_refused() =>
        Assert.False(Logged(Ticket.Initial.Log(command, HypercarePeriod.None, Friday)).DuringHypercare);

    [Theory]
    [InlineData(0)]
    [InlineData(20_001)]
    public void It_affects_somebody_and_not_more_than_there_are(int users) =>
        Ticket.Initial.Log(Any.LogTicket(Any.Problem(affectedUsers: users)), HypercarePeriod.None, Friday)
            .IsRefused(TicketRefusals.AffectedUsersOutOfRange, 20_000);

    [Fact]
    public void The_same_form_sent_twice_changes_nothing() => Again(command with { IsRepeat = true }).IsNothing();

    [Fact]
    public void A_late_repeat_is_one_though_the_ticket_was_corrected_meanwhile()
    {
        var corrected = Any.Ticket(command)
            .After(t => t.Correct(new(Any.Problem(), Guid.NewGuid(), Any.Morning), HypercarePeriod.None, Friday));

        corrected.Log(command with { IsRepeat = true }, HypercarePeriod.None, Friday).IsNothing();
    }

    [Fact]
    public void The_same_id_with_other_words_is_refused_and_says_when_the_first_came() =>
        Again(command with { IsRepeat = false }).IsRefused(TicketRefusals.AlreadyLogged, Any.Morning);

    [Fact]
    public void The_same_id_with_another_location_or_urgency_is_refused_too()
    {
        var elsewhere = command.Problem with { LocationId = Guid.NewGuid() };
        var worse = command.Problem with { Urgency = Urgency.StatutoryOrSafetyNow };

        Again(command with { IsRepeat = true, Problem = elsewhere }).IsRefused(TicketRefusals.AlreadyLogged);
        Again(command with { IsRepeat = true, Problem = worse }).IsRefused(TicketRefusals.AlreadyLogged);
    }

    [Fact]
    public void Anothers_id_answers_as_if_there_were_no_such_ticket() =>
        Again(command with { IsRepeat = true, ReporterId = Guid.NewGuid() }).IsRefused(TicketRefusals.NotFound);

    private Decision<TicketEvent> Again(LogTicket again) => Any.Ticket(command).Log(again, HypercarePeriod.None, Friday);

    private static TicketLogged Logged(Decision<TicketEvent> decision) => Assert.IsType<TicketLogged>(decision.Only());
}
