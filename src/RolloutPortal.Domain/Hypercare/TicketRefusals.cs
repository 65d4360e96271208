namespace RolloutPortal.Domain.Hypercare;

/// <summary>Why something cannot happen to a ticket.</summary>
public static class TicketRefusals
{
    public const string NotFound = "ticket.not-found";

    /// <summary>{0}: the instant at which it was logged.</summary>
    public const string AlreadyLogged = "ticket.already-logged";

    /// <summary>{0}: the most users allowed.</summary>
    public const string AffectedUsersOutOfRange = "ticket.affected-users-out-of-range";

    public const string Resolved = "ticket.resolved";

    public const string NotResolved = "ticket.not-resolved";

    public const string Withdrawn = "ticket.withdrawn";

    public const string ReasonMissing = "ticket.reason-missing";

    /// <summary>{0}: who has it now, which the shell tells to those who may know.</summary>
    public const string TakenMeanwhile = "ticket.taken-meanwhile";

    /// <summary>{0}: the severity that somebody else has given it meanwhile.</summary>
    public const string WeighedMeanwhile = "ticket.weighed-meanwhile";

    public const string TextNotFound = "ticket.text-not-found";
}
