using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>Reads one person with everything their page shows. Scoped.</summary>
public sealed class EmployeePageReader(
    ReadTables read, LocationDays days, Viewer viewer, Places map, Authors authors, Clock clock, IStringLocalizer<EmployeeTexts> words, IStringLocalizer<SharedTexts> shared)
{
    /// <returns>Null when there is nobody of that id.</returns>
    public async Task<EmployeePage?> Page(Guid employeeId, CancellationToken ct = default)
    {
        var found = await read.Query(
            """
            select e.name, e.erased_number, e.work_key, e.email, e.version, e.invented, e.created_at, e.erased_at, e.batch_id, a.id, a.name, s.id, s.name
            from employee e
            left join account_row r on r.employee_id = e.id
            left join account a on a.id = r.account_id
            left join (account s join account_row sr on sr.account_id = s.id and sr.employee_id is null) on lower(s.email) = lower(e.email)
            where e.id = $1
            """,
            row => new EmployeePage(
                employeeId, new EmployeeName(Text(row, 0), row.IsDBNull(1) ? null : row.GetInt32(1)), Text(row, 2), Text(row, 3), row.GetInt32(4), row.GetBoolean(5),
                row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetGuid(8),
                row.IsDBNull(9) ? null : (row.GetGuid(9), row.GetString(10)), [], [], clock.Today(Zones.Default), Zones.Default, null, false, false)
            {
                SameAddress = row.IsDBNull(11) ? null : (row.GetGuid(11), row.GetString(12)),
            },
            ct, employeeId);
        if (found.Count == 0) return null;

        var known = await Known(employeeId, ct);
        var places = await Places(known, ct);
        var zone = known.Select(row => places.GetValueOrDefault(row.Period.LocationId)?.TimeZone).FirstOrDefault(zone => zone is not null) ?? Zones.Default;
        var may = await viewer.Locations(Permission.Import, ct);
        var page = found[0];
        return new EmployeePage(
            employeeId, page.Name, page.WorkKey, page.Email, page.Version, page.Invented, page.CreatedAt, page.ErasedAt, page.BatchId, page.Account,
            Periods(known, places, may), await History(known, places, ct), clock.Today(zone), zone,
            places.Values.Select(place => (Guid?)place.ProgrammeId).FirstOrDefault(),
            page.Name.Name is not null && await viewer.May(Permission.Import, ct) && known.Exists(row => may is null || may.Contains(row.Period.LocationId)),
            page.Name.Name is not null && await MayErase(employeeId, ct))
        {
            Batch = await Batch(page.BatchId, ct),
            SameAddress = page.SameAddress,
            MayLink = page is { Account: null, SameAddress: { } same } && await MayLink(same.Id, ct),
            Administration = page.Name.Name is null ? AccountReach.None : await Administration(page.Account?.Id, known, ct),
        };
    }

    /// <summary>A link leads nowhere but to what opens: an account has a role within the reader's reach, somebody without one works there.</summary>
    private async Task<AccountReach> Administration(Guid? account, List<KnownPeriod> known, CancellationToken ct)
    {
        if (!await viewer.May(Permission.Administer, ct)) return AccountReach.None;
        var reach = await viewer.Locations(Permission.Administer, ct);
        if (account is null) return reach is null || known.Exists(row => row.RecordedTo is null && reach.Contains(row.Period.LocationId)) ? AccountReach.Invites : AccountReach.None;
        return new Reach((await viewer.SignedIn(ct)).Rights).Sees(await Roles(account.Value, ct)) ? AccountReach.Sees : AccountReach.None;
    }

    private async Task<bool> MayLink(Guid account, CancellationToken ct) =>
        await viewer.May(Permission.Administer, ct) && new Reach((await viewer.SignedIn(ct)).Rights).Holds(await Roles(account, ct));

    private async Task<List<Place?>> Roles(Guid account, CancellationToken ct)
    {
        var roles = new List<Place?>();
        foreach (var grant in await read.Where<GrantRow>("account_id = $1", ct, account))
            roles.Add(grant.ScopeId is { } at ? (await map.Under(at, ct))?.Whole : Place.Portal);
        return roles;
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

    /// <summary>What became known when, newest first: each row that follows another of its period is a change of it.</summary>
    private async Task<IReadOnlyList<HistoryLine>> History(List<KnownPeriod> known, Dictionary<Guid, LocationDay> places, CancellationToken ct)
    {
        if (known.Count == 0) return [];
        var who = await authors.Of(known.Select(row => row.By), known[^1].Period.LocationId, ct);
        var lines = new List<HistoryLine>();
        foreach (var rows in known.GroupBy(row => row.Period.PeriodId).Select(group => group.ToList()))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var (row, kind) = (rows[i], i == 0 ? rows[i].Period.Follows is null ? "begun" : "moved" : rows[i].Period.To is not null && rows[i - 1].Period.To != rows[i].Period.To ? "ended" : "changed");
                // A move ends one period and begins another: told once.
                if (kind == "ended" && known.Exists(other => other.Period.Follows == row.Period.PeriodId && other.From == row.From)) continue;
                lines.Add(Line(row, row.From, who(row.By), kind, places));
            }

            if (rows[^1].RecordedTo is { } gone) lines.Add(Line(rows[^1], gone, who(null), "withdrawn", places));
        }

        return [.. lines.OrderByDescending(line => line.At)];
    }

    private HistoryLine Line(KnownPeriod row, DateTimeOffset at, string who, string kind, Dictionary<Guid, LocationDay> places)
    {
        var (period, place) = (row.Period, places.GetValueOrDefault(row.Period.LocationId)?.Name ?? words["place.elsewhere"].Value);
        var days = period.To is { } last ? shared["days.from-to", TimeHtml.Written(period.From), TimeHtml.Written(last)] : shared["days.from", TimeHtml.Written(period.From)];
        return new HistoryLine(0, at, row.Batch is null ? who : words["history.import"], words[$"history.{kind}"], $"{period.Role}, {place}, {days}", null, kind == "withdrawn" ? "warn" : null);
    }

    private Task<List<KnownPeriod>> Known(Guid employeeId, CancellationToken ct) => read.Query(
        """
        select period_id, location_id, role, from_day, to_day, follows, recorded_from, recorded_to, recorded_by, batch_id
        from employee_period where employee_id = $1
        order by recorded_from, from_day, period_id
        """,
        row => new KnownPeriod(
            EmployeeLines.Period(row, 0), row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
            row.IsDBNull(8) ? null : row.GetGuid(8), row.IsDBNull(9) ? null : row.GetGuid(9)),
        ct, employeeId);

    /// <summary>Those that the viewer sees: of other places it is told that there is one.</summary>
    private async Task<Dictionary<Guid, LocationDay>> Places(List<KnownPeriod> known, CancellationToken ct)
    {
        var visible = await viewer.Locations(Permission.SeeRollout, ct);
        var found = await days.Today([.. known.Select(row => row.Period.LocationId).Distinct()], ct);
        return found.Where(location => visible is null || visible.Contains(location.LocationId)).ToDictionary(location => location.LocationId);
    }

    private static string? Text(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <param name="From">From when the portal knew it.</param>
    /// <param name="RecordedTo">Until when; null: still.</param>
    private sealed record KnownPeriod(EmployeePeriod Period, DateTimeOffset From, DateTimeOffset? RecordedTo, Guid? By, Guid? Batch);
}
