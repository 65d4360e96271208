namespace RolloutPortal.Domain.Hypercare;

/// <summary>What a ticket is about (domain.md §5). Stored by name.</summary>
public enum TicketKind
{
    Fault, Access, HowTo, DataMigration, Integration, WorkProcess, Equipment, TrainingNeed, ChangeRequest, ManagementInformation,
}

/// <summary>Whom it hits: rows 1–4 of the severity table. Stored by name.</summary>
public enum Impact { CitizenSafetyOrArea, WholeLocation, Team, OneUser }

/// <summary>How pressing it is: columns A–D of the severity table. Stored by name.</summary>
public enum Urgency { StatutoryOrSafetyNow, TodayPoorWorkaround, WorkaroundOk, Cosmetic }

/// <summary>How severe a ticket is; S1 is the worst. Stored by name.</summary>
public enum Severity { S1, S2, S3, S4 }

/// <summary>Why it happened, as found when it was resolved. Stored by name.</summary>
public enum Cause
{
    SoftwareFault, Configuration, AccessRights, DataMigration, Integration, Training, WorkProcess, Equipment, NotAFault, Duplicate,
    Unknown,
}

/// <summary>How a ticket came in. Stored by name.</summary>
public enum Channel { Portal, Phone, FloorWalker, Superuser }

/// <summary>Where a ticket stands. Stored by name.</summary>
public enum TicketStatus { Unlogged, Open, Taken, Resolved, Withdrawn }
