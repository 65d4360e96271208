using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>Changes of one person by hand.</summary>
public sealed class EmployeeDesk(EventStore.Store store, EmployeeRegister register)
{
    /// <summary>Somebody new. The same form sent twice is one person.</summary>
    public Task<Refusal?> Add(Guid employeeId, string? workKey, string? name, string? email, EmployeePeriod period) => Again(async () =>
    {
        if (employeeId == Guid.Empty) return (new Refusal(CommonRefusals.IdMissing), null);
        var decision = Employee.Add(employeeId, workKey, name, email, period);
        if (decision.Refusal is not null) return (decision.Refusal, null);
        var added = decision.After!;
        var known = await register.Find([added.WorkKey], [added.Email], [employeeId]);
        if (known.People.FirstOrDefault(person => person.EmployeeId == employeeId) is { } there)
            return (there.IsSameAs(added) ? null : new Refusal(CommonRefusals.IdTaken), null);
        if (await register.IsOfAnother(employeeId)) return (new Refusal(CommonRefusals.IdTaken), null);
        if (known.People.Any(person => WorkKey.Canonical(person.WorkKey) == WorkKey.Canonical(added.WorkKey)))
            return (new Refusal(EmployeeRefusals.KeyTaken, added.WorkKey), null);
        if (known.People.Count > 0) return (new Refusal(EmployeeRefusals.EmailTaken, added.Email), null);
        return (null, new(added, register.Change(known.Version, new EmployeeStep(null, added), decision.Events)));
    });

    /// <param name="seen">The version that the form's user saw; null: whatever it is.</param>
    /// <exception cref="StaleVersionException">Somebody else changed that person meanwhile, and not in the same way.</exception>
    public Task<Refusal?> Change(Guid employeeId, int? seen, Func<Employee, EmployeeDecision> decide) => Again(async () =>
    {
        var known = await register.Find([employeeId]);
        if (known.People is not [var before]) return (new Refusal(EmployeeRefusals.NotFound), null);
        var decision = decide(before);
        var isStale = seen is { } version && version != known.Versions[employeeId];
        // A form that was sent twice asks for what is so already: that is no conflict.
        if (decision.Refusal is null && decision.Events.Count == 0) return (null, null);
        if (isStale) throw new StaleVersionException(employeeId, seen!.Value, known.Versions[employeeId]);
        if (decision.Refusal is not null) return (decision.Refusal, null);
        if (decision.After!.Email != before.Email && (await register.Find([], [decision.After.Email])).People.Any(other => other.EmployeeId != employeeId))
            return (new Refusal(EmployeeRefusals.EmailTaken, decision.After.Email), null);
        return (null, new(decision.After, register.Change(known.Version, new EmployeeStep(before, decision.After), decision.Events)));
    });

    private async Task<Refusal?> Again(Func<Task<(Refusal? Refusal, Changed? Changed)>> decide)
    {
        Employee? after = null;
        try
        {
            return await Patience.Until(async () =>
            {
                var (refusal, changed) = await decide();
                after = changed?.After;
                return (refusal, changed is null ? null : () => store.Append(changed.Append));
            });
        }
        catch (OvertakenException)
        {
            return LocationDemand.Gone;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return e.ConstraintName switch
            {
                "employee_key" => new Refusal(EmployeeRefusals.KeyTaken, after!.WorkKey),
                "employee_email" => new Refusal(EmployeeRefusals.EmailTaken, after!.Email),
                // An id of a form that is an erased person's, or another period's.
                _ => new Refusal(CommonRefusals.IdTaken),
            };
        }
    }

    private sealed record Changed(Employee After, Append Append);
}
