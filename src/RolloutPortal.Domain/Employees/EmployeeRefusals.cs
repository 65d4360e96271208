namespace RolloutPortal.Domain.Employees;

/// <summary>Why somebody cannot be written down so.</summary>
public static class EmployeeRefusals
{
    public const string NotFound = "employee.not-found";

    public const string KeyMissing = "employee.key-missing";

    /// <summary>{0}: how many characters are allowed.</summary>
    public const string KeyTooLong = "employee.key-too-long";

    public const string KeyUnsuitable = "employee.key-unsuitable";

    /// <summary>{0}: the key.</summary>
    public const string KeyTaken = "employee.key-taken";

    public const string EmailMissing = "employee.email-missing";

    /// <summary>{0}: the address that somebody else has.</summary>
    public const string EmailTaken = "employee.email-taken";

    /// <summary>{0}: the address. {1}: the line of the other one.</summary>
    public const string EmailRepeated = "employee.email-repeated";

    public const string RoleMissing = "employee.role-missing";

    /// <summary>{0}: how many characters are allowed.</summary>
    public const string RoleTooLong = "employee.role-too-long";

    public const string RoleUnsuitable = "employee.role-unsuitable";

    public const string LocationMissing = "employee.location-missing";

    public const string FromAfterTo = "employee.from-after-to";

    /// <summary>{0}, {1}: the first and the last day allowed.</summary>
    public const string DayOutOfRange = "employee.day-out-of-range";

    /// <summary>{0}: the first day of the other period at the same location in the same role.</summary>
    public const string PeriodOverlaps = "employee.period-overlaps";

    /// <summary>{0}: the line that says the same already.</summary>
    public const string LineRepeated = "employee.line-repeated";

    /// <summary>{0}: the name that an earlier line gives to the same key.</summary>
    public const string TwoNames = "employee.two-names";

    /// <summary>{0}: the address that an earlier line gives to the same key.</summary>
    public const string TwoEmails = "employee.two-emails";

    public const string PeriodNotFound = "employee.period-not-found";

    /// <summary>{0}: the first day from which it can be.</summary>
    public const string MoveTooEarly = "employee.move-too-early";

    /// <summary>{0}: the last day of the period.</summary>
    public const string MoveTooLate = "employee.move-too-late";

    public const string MovedNowhere = "employee.moved-nowhere";

    /// <summary>{0}: the first day of the employment.</summary>
    public const string EndsBeforeBegin = "employee.ends-before-begin";

    /// <summary>An account of theirs still administers: somebody has to take that role away first.</summary>
    public const string ErasingAdministrator = "employee.erasing-administrator";

    /// <summary>The account that has their address is linked to somebody else: one of the two is wrong.</summary>
    public const string ErasingAnothersAddress = "employee.erasing-anothers-address";

    /// <summary>An account that is linked to nobody has their address, and is not in the eraser's hands.</summary>
    public const string ErasingOutOfReach = "employee.erasing-out-of-reach";
}
