using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>Reads one person with everything their page shows. Scoped.</summary>
public sealed class EmployeePageReader(
    ReadTables read, KnownPeriods periods, EmployeeHistory history, EmployeeAccounts accounts, LocationDays days, Viewer viewer, Places map, Clock clock)
{
    /// <returns>Null when there is nobody of that id.</returns>
    public async Task<EmployeePage?> Page(Guid employeeId, CancellationToken ct = default)
    {
        if (await read.Query(EmployeeFacts.Sql, EmployeeFacts.Read, ct, employeeId) is not [var facts, ..]) return null;

        var known = await periods.Of(employeeId, ct);
        var places = await Places(known, ct);
        var zone = known.Select(row => places.GetValueOrDefault(row.Period.LocationId)?.TimeZone).FirstOrDefault(zone => zone is not null) ?? Zones.Default;
        var may = await viewer.Locations(Permission.Import, ct);
        return new EmployeePage(
            facts, Periods(known, places, may), await history.Of(known, places, ct), clock.Today(zone), zone,
            places.Values.Select(place => (Guid?)place.ProgrammeId).FirstOrDefault(),
            !facts.IsErased && await viewer.May(Permission.Import, ct) && known.Exists(row => may is null || may.Contains(row.Period.LocationId)),
            !facts.IsErased && await MayErase(employeeId, ct))
        {
            Batch = await Batch(facts.BatchId, ct),
            MayLink = facts is { Account: null, SameAddress: { } same } && await accounts.MayLink(same.Id, ct),
            Administration = facts.IsErased ? AccountReach.None : await accounts.Reach(facts.Account?.Id, known, ct),
        };
    }

    private async Task<string?> Batch(Guid? importId, CancellationToken ct) =>
        importId is { } id && await read.Get<ImportBatchRow>(id, ct) is { } batch && await viewer.May(Permission.Import, batch.ProgrammeId, ct)
            ? $"/programmes/{batch.ProgrammeId}/imports/{id}"
            : null;

    private async Task<bool> MayErase(Guid employeeId, CancellationToken ct) =>
        await map.OfEmployee(employeeId, ct) is { } person && person.IsPersonIn((await viewer.SignedIn(ct)).Rights, Permission.Administer);

    private static IReadOnlyList<PersonPeriod> Periods(List<KnownPeriod> known, Dictionary<Guid, LocationDay> places, IReadOnlySet<Guid>? may)
    {
        var now = known.Where(row => row.RecordedTo is null).Select(row => row.Period).ToList();
        return
        [
            .. now.OrderByDescending(period => period.From).ThenBy(period => period.PeriodId).Select(period =>
            {
                var left = now.Find(other => other.PeriodId == period.Follows);
                return new PersonPeriod(
                    period, places.GetValueOrDefault(period.LocationId)?.Name, left is null ? null : places.GetValueOrDefault(left.LocationId)?.Name,
                    places.GetValueOrDefault(period.LocationId)?.ProgrammeId, may is null || may.Contains(period.LocationId));
            }),
        ];
    }

    /// <summary>Those that the viewer sees: of other places it is told that there is one.</summary>
    private async Task<Dictionary<Guid, LocationDay>> Places(List<KnownPeriod> known, CancellationToken ct)
    {
        var visible = await viewer.Locations(Permission.SeeRollout, ct);
        var found = await days.Today([.. known.Select(row => row.Period.LocationId).Distinct()], ct);
        return found.Where(location => visible is null || visible.Contains(location.LocationId)).ToDictionary(location => location.LocationId);
    }
}
