using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Accounts.Desk.Employees;

/// <summary>Moves roles with the people who move, on the day on which they do: local days of each location, by the portal's clock. Within a
/// programme: who may say where people work in one gives no right in another.</summary>
/// <remarks>It asks what is so today and decides what is missing: run twice, late, or on two nodes at once, it does the same once.</remarks>
public sealed class FollowEmployees(Npgsql.NpgsqlDataSource source, ReadTables read, AccountDecisions accounts, Actor actor, Clock clock, ILogger<FollowEmployees> log)
{
    private sealed record Stay(Guid Account, Guid Programme, Guid Location, DateOnly From, DateOnly? To, string Zone);

    public async Task Run(CancellationToken ct = default)
    {
        var stays = await source.Rows(
            """
            select r.account_id, l.programme_id, p.location_id, p.from_day, p.to_day, l.time_zone
            from account_row r
            join employee_period p on p.employee_id = r.employee_id and p.recorded_to is null
            join location_period_row l on l.location_id = p.location_id and l.shown_from <= $1 and l.shown_to > $1
            where r.scope_follows and not r.disabled
            """,
            row => new Stay(
                row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetFieldValue<DateOnly>(3), row.Value<DateOnly>(4), row.GetString(5)),
            ct, clock.Now);
        foreach (var person in stays.GroupBy(stay => (stay.Account, stay.Programme)))
        {
            var today = person.Where(IsToday).Select(stay => stay.Location).ToHashSet();
            var left = person.Where(HasEnded).Select(stay => stay.Location).ToHashSet();
            left.ExceptWith(today);
            if (today.Count > 0 && left.Count > 0) await Try(person.Key.Account, left, today, ct);
        }
    }

    private bool IsToday(Stay stay) => clock.Today(stay.Zone) is var day && stay.From <= day && (stay.To is null || day <= stay.To);

    private bool HasEnded(Stay stay) => stay.To is { } last && last < clock.Today(stay.Zone);

    /// <summary>One who cannot be moved keeps nobody else: they are tried again with the next round.</summary>
    private async Task Try(Guid account, HashSet<Guid> left, HashSet<Guid> today, CancellationToken ct)
    {
        try
        {
            await Follow(account, left, today, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && Platform.Errors.Fault.Of(e) is { Status: not StatusCodes.Status503ServiceUnavailable } fault)
        {
            if (!fault.IsExpected) log.LogError(e, "Roles of account {Account} could not be moved with the person; tried again in a minute", account);
        }
    }

    private async Task Follow(Guid account, HashSet<Guid> left, HashSet<Guid> today, CancellationToken ct)
    {
        if ((await read.Query(
            "select 1 from grant_row where account_id = $1 and scope_kind = 'Location' and scope_id = any($2) limit 1", row => row.GetInt32(0), ct, account, left.ToArray())).Count == 0) return;
        using var _ = actor.As(account: null, "follow-employees");
        await accounts.Change(account, state => state.Follow(left, today), with: null, ct);
    }
}

/// <summary>Asks every minute: a day begins at midnight somewhere, and an import may tell of yesterday.</summary>
public sealed class FollowEmployeesJob(FollowEmployees follow, Platform.Health.Preparation preparation, ILogger<FollowEmployeesJob> log) : QuietService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task Work(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (preparation.Loading is not null) continue;
            try
            {
                await follow.Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (Platform.Errors.Fault.Of(e).IsExpected) continue;
                log.LogError(e, "Roles could not be moved with the people who moved; tried again in a minute");
            }
        }
    }
}
