namespace RolloutPortal.Domain.Hypercare;

/// <summary>What a reporter says about a problem, all but the words.</summary>
/// <param name="AffectedUsers">The reporter included.</param>
public sealed record Problem(
    Guid LocationId, Guid? ModuleId, TicketKind Kind, Impact Impact, Urgency Urgency, bool SafetyOrPersonalData, int AffectedUsers)
{
    public const int MostUsers = 20_000;

    public Severity Severity => SeverityRule.Of(Impact, Urgency, AffectedUsers, SafetyOrPersonalData);

    public static Problem Of(TicketLogged e) =>
        new(e.LocationId, e.ModuleId, e.Kind, e.Impact, e.Urgency, e.SafetyOrPersonalData, e.AffectedUsers);

    public static Problem Of(TicketCorrected e) =>
        new(e.LocationId, e.ModuleId, e.Kind, e.Impact, e.Urgency, e.SafetyOrPersonalData, e.AffectedUsers);

    internal Refusal? Check() =>
        AffectedUsers is >= 1 and <= MostUsers ? null : new Refusal(TicketRefusals.AffectedUsersOutOfRange, MostUsers);
}

/// <summary>Log a ticket under the id that its form carried.</summary>
/// <param name="IsRepeat">The words agree with those stored under this id (decisions.md 4).</param>
public sealed record LogTicket(
    Guid TicketId, Problem Problem, Guid TextId, Guid ReporterId, Channel Channel, bool IsRepeat, DateTimeOffset At);

/// <summary>Put right what was logged. The text's id is the old one where the words stay.</summary>
public sealed record CorrectTicket(Problem Problem, Guid TextId, DateTimeOffset At);
