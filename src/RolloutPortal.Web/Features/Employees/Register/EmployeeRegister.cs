using System.Collections.Immutable;
using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>The people of the installation: read as a set, changed as a set. Rows beside the log, events with ids in one stream.</summary>
/// <remarks>
/// One stream for all of them: that a work key or an address is one person's, and that periods do not overlap, is decided on rows read at
/// a version of it and stored at that version (decisions.md 5). Whoever was slower reads and decides again.
/// </remarks>
public sealed class EmployeeRegister(NpgsqlDataSource source, Actor actor, Clock clock)
{
    /// <summary>The register's stream, and its type.</summary>
    public static readonly Guid StreamId = new("5b0e6c1a-7d0f-4b59-9d55-3f0b6a2ce501");

    public const string StreamType = "employee_register";

    private const string Columns =
        """
        select e.id, e.work_key, e.name, e.email, p.period_id, p.location_id, p.role, p.from_day, p.to_day, p.follows, e.version
        from employee e
        left join employee_period p on p.employee_id = e.id and p.recorded_to is null
        """;

    /// <summary>Everybody who has one of the work keys or one of the addresses: what <see cref="EmployeeComparison"/> asks for. One query.</summary>
    /// <param name="emails">As <see cref="Domain.Accounts.EmailAddress"/> writes them.</param>
    /// <param name="ids">And these, whatever their key.</param>
    public Task<EmployeeSnapshot> Find(IEnumerable<string> workKeys, IEnumerable<string> emails, Guid[]? ids = null, CancellationToken ct = default) => Read(
        $"""
        {Columns}
        where e.erased_number is null and e.id in (
            select id from employee where key in (select unnest($1::text[]))
            union all
            select id from employee where lower(email) in (select unnest($2::text[]))
            union all
            select unnest($3::uuid[]))
        """,
        ct, workKeys.Select(WorkKey.Canonical).Distinct().ToArray(), emails.Select(email => email.ToLowerInvariant()).Distinct().ToArray(), ids ?? []);

    /// <summary>These people; the erased and the unknown are not among them.</summary>
    public Task<EmployeeSnapshot> Find(Guid[] ids, CancellationToken ct = default) =>
        Read($"{Columns} where e.erased_number is null and e.id = any($1)", ct, ids);

    /// <summary>Whether something that is no person has the id: an id is one thing for good.</summary>
    public async Task<bool> IsOfAnother(Guid id) =>
        await source.Scalar<bool>("select exists (select from mt_streams where id = $1)", default, id);

    /// <summary>What stores an import: to be appended with whatever else the batch writes, in one transaction.</summary>
    /// <param name="version">Of the snapshot that the steps were worked out on.</param>
    /// <param name="invented">Said of those who are new: a scenario's people.</param>
    /// <returns>Null when no step changes anything.</returns>
    public Append? Import(Guid batchId, long version, IReadOnlyList<EmployeeStep> steps, bool invented = false) =>
        Write(version, steps, Chunks(steps).Select(part => new EmployeesImported(batchId, part.Ids, part.Locations)), batchId, invented);

    /// <summary>What stores a change by hand.</summary>
    public Append Change(long version, EmployeeStep step, IReadOnlyList<EmployeeEvent> events) => Write(version, [step], events, batchId: null)!;

    private Append? Write(
        long version, IReadOnlyList<EmployeeStep> steps, IEnumerable<EmployeeEvent> events, Guid? batchId, bool invented = false)
    {
        if (steps.Count == 0) return null;
        var now = actor.Now(nameof(EmployeeRegister));
        return new Append(StreamId, StreamType, version, [.. events])
        {
            Context = now,
            SideWrites = [LocationDemand.Standing(Come(steps)).Write, .. new EmployeeRows(steps, batchId, now.At ?? clock.Now, now.By, invented).Writes()],
        };
    }

    /// <summary>Where somebody comes; who is there already may leave, or have other days, whatever became of the place.</summary>
    private static Guid[] Come(IReadOnlyList<EmployeeStep> steps) =>
        [.. steps.SelectMany(step => step.Begun.Select(period => period.LocationId).Except(step.Ended.Select(period => period.LocationId))).Distinct()];

    /// <summary>People and the places they come from or go to, in parts that an event can hold.</summary>
    private static IEnumerable<(IReadOnlyList<Guid> Ids, IReadOnlyList<Guid> Locations)> Chunks(IReadOnlyList<EmployeeStep> steps) =>
        steps.Chunk(EmployeesImported.Most).Select(part => (
            (IReadOnlyList<Guid>)[.. part.Select(step => step.EmployeeId)],
            (IReadOnlyList<Guid>)[.. part.SelectMany(step => step.LocationIds).Distinct().Order()]));

    private async Task<EmployeeSnapshot> Read(string sql, CancellationToken ct, params object[] values)
    {
        // The version first: rows read after it can only be newer, and then the append is refused and all is read again.
        var version = await source.Scalar<long>("select version::bigint from mt_streams where id = $1", ct, StreamId);
        var rows = await source.Rows(sql, reader => (Employee: Person(reader), Period: Period(reader), Version: reader.GetInt32(10)), ct, values);
        var people = rows.GroupBy(row => row.Employee.EmployeeId).ToList();
        return new EmployeeSnapshot(
            version,
            [.. people.Select(group => group.First().Employee with { Periods = [.. group.Select(row => row.Period).OfType<EmployeePeriod>().OrderBy(period => period.From)] })],
            people.ToDictionary(group => group.Key, group => group.First().Version));
    }

    private static Employee Person(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), ImmutableList<EmployeePeriod>.Empty);

    private static EmployeePeriod? Period(NpgsqlDataReader row) => row.IsDBNull(4) ? null : new EmployeePeriod(
        row.GetGuid(4), row.GetGuid(5), row.GetString(6), row.GetFieldValue<DateOnly>(7), row.Value<DateOnly>(8),
        row.Value<Guid>(9));
}
