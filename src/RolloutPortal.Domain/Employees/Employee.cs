using System.Collections.Immutable;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Employees;

/// <summary>Somebody who works in the municipality: who they are, and where they work when. Its methods say what may be changed by hand.</summary>
/// <param name="WorkKey">As typed first.</param>
/// <param name="Email">As <see cref="EmailAddress"/> writes it.</param>
/// <param name="Periods">In no order. Two at one location in one role never share a day.</param>
/// <remarks>What is already so is nothing to do. An id of a period comes with the form, so that a form sent twice is one move.</remarks>
public sealed record Employee(Guid EmployeeId, string WorkKey, string Name, string Email, ImmutableList<EmployeePeriod> Periods)
{
    /// <summary>Whether nothing is to be written to make the one into the other.</summary>
    public bool IsSameAs(Employee other) =>
        Name == other.Name && Email == other.Email && Periods.Count == other.Periods.Count && Periods.ToHashSet().SetEquals(other.Periods);

    /// <summary>The first day of the first period; null without any.</summary>
    public DateOnly? Since => Periods.IsEmpty ? null : Periods.Min(period => period.From);

    public IReadOnlyList<Guid> LocationIds => [.. Periods.Select(period => period.LocationId).Distinct().Order()];

    /// <summary>Somebody new, with where they begin.</summary>
    public static EmployeeDecision Add(Guid employeeId, string? workKey, string? name, string? email, EmployeePeriod period)
    {
        if (Employees.WorkKey.Check(workKey, out var key) is { } badKey) return EmployeeDecision.Refused(badKey);
        if (Details(name, email, out var cleanName, out var cleanEmail) is { } badDetails) return EmployeeDecision.Refused(badDetails);
        if (period.Check(out var clean) is { } badPeriod) return EmployeeDecision.Refused(badPeriod);

        return new EmployeeDecision(
            new Employee(employeeId, key, cleanName, cleanEmail, [clean]), [new EmployeeAdded(employeeId, clean.PeriodId, clean.LocationId, clean.From, clean.To)]);
    }

    /// <summary>Works there as well: part-time at two places, or in two roles.</summary>
    public EmployeeDecision AlsoWork(EmployeePeriod period)
    {
        if (Find(period.PeriodId) is not null) return Nothing;
        if (period.Check(out var clean) is { } unsuitable) return EmployeeDecision.Refused(unsuitable);

        return With(Periods.Add(clean), new EmployeePeriodAdded(EmployeeId, clean.PeriodId, clean.LocationId, clean.From, clean.To));
    }

    /// <summary>Ends a period and begins another in its place, which lasts as long as the first would have.</summary>
    /// <param name="on">The first day of the new one.</param>
    public EmployeeDecision Move(Guid periodId, Guid newPeriodId, Guid locationId, string? role, DateOnly on)
    {
        if (Find(newPeriodId) is not null) return Nothing;
        if (Find(periodId) is not { } left) return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.PeriodNotFound));
        var begun = new EmployeePeriod(newPeriodId, locationId, role ?? "", on, left.To, left.PeriodId);
        if ((begun with { To = null }).Check(out var clean) is { } unsuitable) return EmployeeDecision.Refused(unsuitable);
        if (on <= left.From) return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.MoveTooEarly, left.From.AddDays(1)));
        if (on > left.Last) return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.MoveTooLate, left.To!.Value));
        if (clean.IsSamePlace(left)) return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.MovedNowhere));

        return With(
            Periods.Replace(left, left with { To = on.AddDays(-1) }).Add(clean with { To = left.To }),
            new EmployeeMoved(EmployeeId, left.PeriodId, left.LocationId, newPeriodId, locationId, on));
    }

    /// <summary>It was written down wrongly: what is said now is how it was.</summary>
    public EmployeeDecision Correct(Guid periodId, Guid locationId, string? role, DateOnly from, DateOnly? to)
    {
        if (Find(periodId) is not { } was) return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.PeriodNotFound));
        if ((was with { LocationId = locationId, Role = role ?? "", From = from, To = to }).Check(out var @is) is { } unsuitable)
            return EmployeeDecision.Refused(unsuitable);

        return @is == was ? Nothing : With(
            Periods.Replace(was, @is), new EmployeePeriodCorrected(EmployeeId, periodId, was.LocationId, locationId, from, to));
    }

    /// <summary>Leaves: every period ends that day at the latest, and what was planned for later does not come.</summary>
    public EmployeeDecision Leave(DateOnly lastDay)
    {
        if (Since is not { } since || lastDay < since)
            return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.EndsBeforeBegin, Since ?? lastDay));
        if ((Periods[0] with { From = since, To = lastDay }).Check(out _) is { } unsuitable) return EmployeeDecision.Refused(unsuitable);

        var events = new List<EmployeeEvent>();
        foreach (var period in Periods.Where(period => period.Last > lastDay).OrderBy(period => period.From))
        {
            events.Add(period.From > lastDay
                ? new EmployeePeriodWithdrawn(EmployeeId, period.PeriodId, period.LocationId, ReopenedPeriodId: null, ReopenedLocationId: null)
                : new EmployeePeriodEnded(EmployeeId, period.PeriodId, period.LocationId, lastDay));
        }

        return events.Count == 0 ? Nothing : With(
            [.. Periods.Where(period => period.From <= lastDay).Select(period => period.Last > lastDay ? period with { To = lastDay } : period)], [.. events]);
    }

    /// <summary>A period that does not come, or never was. Had another been ended for it, that one goes on in its stead.</summary>
    public EmployeeDecision Withdraw(Guid periodId)
    {
        if (Find(periodId) is not { } gone) return Nothing;
        var reopened = Periods.Find(period => period.PeriodId == gone.Follows && period.To == gone.From.AddDays(-1));
        var left = Periods.Remove(gone);
        if (reopened is not null) left = left.Replace(reopened, reopened with { To = gone.To });
        return With(left, new EmployeePeriodWithdrawn(EmployeeId, periodId, gone.LocationId, reopened?.PeriodId, reopened?.LocationId));
    }

    public EmployeeDecision ChangeDetails(string? name, string? email)
    {
        if (Details(name, email, out var cleanName, out var cleanEmail) is { } unsuitable) return EmployeeDecision.Refused(unsuitable);
        return cleanName == Name && cleanEmail == Email
            ? Nothing
            : new EmployeeDecision(this with { Name = cleanName, Email = cleanEmail }, [new EmployeeDetailsChanged(EmployeeId, LocationIds)]);
    }

    private EmployeeDecision Nothing => new(this, []);

    private EmployeePeriod? Find(Guid periodId) => Periods.Find(period => period.PeriodId == periodId);

    private EmployeeDecision With(ImmutableList<EmployeePeriod> periods, params EmployeeEvent[] events)
    {
        foreach (var place in periods.GroupBy(period => (period.LocationId, period.Role.ToUpperInvariant())).Where(place => place.Skip(1).Any()))
        {
            var shelf = new PeriodShelf();
            foreach (var period in place)
                if (shelf.TryAdd(period) is { } other) return EmployeeDecision.Refused(new Refusal(EmployeeRefusals.PeriodOverlaps, other.From));
        }

        return new EmployeeDecision(this with { Periods = periods }, events);
    }

    private static Refusal? Details(string? name, string? email, out string cleanName, out string cleanEmail)
    {
        cleanEmail = "";
        return Names.Check(name, out cleanName) is { } badName ? badName
            : string.IsNullOrWhiteSpace(email) ? new Refusal(EmployeeRefusals.EmailMissing)
            : EmailAddress.Check(email, out cleanEmail);
    }
}

/// <summary>The answer to a change by hand: the person as they are then and the events that tell it, a refusal, or nothing to do.</summary>
/// <param name="After">Null when refused.</param>
public sealed record EmployeeDecision(Employee? After, IReadOnlyList<EmployeeEvent> Events, Refusal? Refusal = null)
{
    public static EmployeeDecision Refused(Refusal why) => new(After: null, [], why);
}
