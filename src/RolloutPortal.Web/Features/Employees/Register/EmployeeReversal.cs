using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>Takes an import back: whoever it brought is not known any more, whatever it changed is as it was before.</summary>
public sealed class EmployeeReversal(NpgsqlDataSource source, Actor actor, Clock clock)
{
    private const int MostNamed = 20;

    private static readonly string InTheWay = EmbeddedSql.Read("InTheWay.sql", typeof(EmployeeReversal).Assembly);

    /// <summary>People of whom the batch wrote something that has changed since, those it brought who have an account by now, and those who
    /// cannot be as they were before: somebody else has their address, or something else came to their place.</summary>
    /// <returns>How many stand in the way; 0: it can be taken back.</returns>
    public Task<long> Standing(Guid batchId, CancellationToken ct = default) =>
        source.Scalar<long>($"select count(*) from ({InTheWay}) as standing", ct, batchId);

    /// <summary>The first of them, by name.</summary>
    public Task<List<(Guid Id, string Name)>> StandingFirst(Guid batchId, CancellationToken ct = default) => source.Rows(
        $"select id, coalesce(name, '–') from employee where id in ({InTheWay}) order by name, id limit {MostNamed}", row => (row.GetGuid(0), row.GetString(1)), ct, batchId);

    /// <summary>What takes it back, to be appended with whatever else the batch writes; ask <see cref="Standing"/> first. It is demanded once
    /// more where it is written: links and locations are other streams than the register.</summary>
    /// <returns>Null when the batch changed nobody.</returns>
    public async Task<Append?> Reverse(Guid batchId, CancellationToken ct = default)
    {
        var version = await source.Scalar<long>("select version::bigint from mt_streams where id = $1", ct, EmployeeRegister.StreamId);
        var people = await source.Rows(
            """
            select e.id, array(select distinct p.location_id from employee_period p
                where p.employee_id = e.id and ((p.batch_id = $1 and p.recorded_to is null) or p.ended_batch_id = $1))
            from employee e
            where e.batch_id = $1 or e.id in (
                select employee_id from employee_period where batch_id = $1 or ended_batch_id = $1
                union all
                select employee_id from employee_before where batch_id = $1)
            order by e.id
            """,
            reader => (Id: reader.GetGuid(0), Locations: reader.GetFieldValue<Guid[]>(1)), ct, batchId);
        if (people.Count == 0) return null;

        var now = actor.Now(nameof(EmployeeReversal));
        return new Append(EmployeeRegister.StreamId, EmployeeRegister.StreamType, version,
        [
            .. people.Chunk(EmployeesImported.Most).Select(part => new EmployeesImportReversed(
                batchId, [.. part.Select(one => one.Id)], [.. part.SelectMany(one => one.Locations).Distinct().Order()])),
        ])
        {
            Context = now,
            SideWrites =
            [
                SideWrite.Demand($"not exists ({InTheWay})", batchId),
                Touch([.. people.Select(one => one.Id)]),
                .. Periods(batchId, now.At ?? clock.Now, now.By),
                .. Removals(batchId),
                .. Details(batchId),
            ],
        };
    }

    /// <summary>A form that was opened before shows what is so no longer.</summary>
    private static SideWrite Touch(Guid[] people) => new("update employee set version = version + 1 where id = any($1)", people);

    /// <remarks>What goes on again is still the work of the import that wrote it first: that one can be taken back next.</remarks>
    private static IEnumerable<SideWrite> Periods(Guid batchId, DateTimeOffset at, Guid? by)
    {
        yield return new SideWrite(
            "update employee_period set recorded_to = greatest($2, recorded_from), name = null, key = null where batch_id = $1 and recorded_to is null", batchId, at);
        yield return new SideWrite(
            """
            insert into employee_period (period_id, employee_id, location_id, role, from_day, to_day, follows, recorded_from, recorded_by, batch_id, name, key)
            select p.period_id, p.employee_id, p.location_id, p.role, p.from_day, p.to_day, p.follows, greatest($2, p.recorded_to), $3, p.batch_id, e.name, e.key
            from employee_period p
            join employee e on e.id = p.employee_id
            where p.ended_batch_id = $1
            """,
            batchId, at, EmployeeRows.Id(by));
        yield return new SideWrite("update employee_period set ended_batch_id = null where ended_batch_id = $1", batchId);
    }

    /// <remarks>Before the others get their addresses again: the new may have them.</remarks>
    private static IEnumerable<SideWrite> Removals(Guid batchId)
    {
        yield return new SideWrite("delete from employee where batch_id = $1", batchId);
    }

    private static IEnumerable<SideWrite> Details(Guid batchId)
    {
        yield return new SideWrite("update employee set email = null where id in (select employee_id from employee_before where batch_id = $1)", batchId);
        yield return new SideWrite(
            """
            update employee e set name = b.name, email = b.email, details_batch_id = b.details_batch_id
            from employee_before b
            where b.batch_id = $1 and e.id = b.employee_id
            """,
            batchId);
        yield return LineOrder.OfBefore(batchId);
        yield return new SideWrite("delete from employee_before where batch_id = $1", batchId);
    }
}
