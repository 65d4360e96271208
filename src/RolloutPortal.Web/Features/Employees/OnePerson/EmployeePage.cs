using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>The page of one person.</summary>
/// <param name="Periods">As they are known now, the latest first.</param>
public sealed record EmployeePage(
    EmployeeFacts Facts, IReadOnlyList<PersonPeriod> Periods, IReadOnlyList<HistoryLine> History, DateOnly Today, string TimeZone, Guid? ProgrammeId,
    bool MayChange, bool MayErase)
{
    public AccountReach Administration { get; init; }

    /// <summary>The account with their address is in the reader's hands, and may be linked.</summary>
    public bool MayLink { get; init; }

    /// <summary>The axis reaches back this far at most.</summary>
    private const int MostYears = 5;

    public string Address => $"/employees/{Facts.EmployeeId}";

    /// <summary>The page of the import that brought them; null: by hand, or for whoever may not import there.</summary>
    public string? Batch { get; init; }

    public bool IsErased => Facts.IsErased;

    /// <summary>All of them: what is said of the person, or of all their places at once, is said by whoever may change each place that they
    /// have not left.</summary>
    public bool MayChangeWhole => MayChange && Periods.All(period => period.MayChange || period.Period.Last < Today);

    public bool IsEmployed => Periods.Any(period => period.Period.Last >= Today);

    public DateOnly First { get; } = Latest(Periods.Select(period => period.Period.From).DefaultIfEmpty(Today).Min(), Today.AddYears(-MostYears));

    public DateOnly End { get; } = Periods.Select(period => period.Period.To ?? Today).Append(Today).Max().AddMonths(2);

    /// <summary>Where a day stands between the axis' ends, 0–100.</summary>
    public double At(DateOnly day) => Math.Round(100.0 * Math.Clamp(day.DayNumber - First.DayNumber, 0, End.DayNumber - First.DayNumber) / (End.DayNumber - First.DayNumber), 2);

    private static DateOnly Latest(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>How far the reader decides about the person's account.</summary>
public enum AccountReach
{
    None,

    /// <summary>There is one, and the reader may look at it.</summary>
    Sees,

    /// <summary>There is none, and the reader may make one.</summary>
    Invites,
}

/// <summary>A period as its reader may see it.</summary>
/// <param name="Location">Null: a place that the reader does not see.</param>
/// <param name="MovedFrom">The place left for this one; null: none, or one that the reader does not see.</param>
/// <param name="MayChange">At this place.</param>
public sealed record PersonPeriod(EmployeePeriod Period, string? Location, string? MovedFrom, Guid? ProgrammeId, bool MayChange);
