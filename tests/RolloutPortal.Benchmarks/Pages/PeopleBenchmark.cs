using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>Lists and counts of people: of a municipality's 7,500, and of 50,000.</summary>
internal static class PeopleBenchmark
{
    private const string Name = "people";
    private const int WarmUp = 30;
    private const int Asked = 60;
    private const double MostMilliseconds = 50;

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(tickets: 100);
        var session = await installation.SignIn(Role.RolloutManager);
        var list = $"/programmes/{installation.Rollout.Programme}/employees";
        var there = 0;
        foreach (var people in new[] { 7_500, 50_000 })
        {
            await Employ(installation, there, people);
            there = people;
            foreach (var (page, url) in new[]
            {
                ("list", list), ("last page", $"{list}?page={people / 50}"), ("page in the middle", $"{list}?page={people / 100}"),
                ("backwards, in the middle", $"{list}?sort=-name&page={people / 100}"), ("by key, in the middle", $"{list}?sort=key&page={people / 100}"),
                ("by role", $"{list}?sort=role"), ("by location", $"{list}?sort=location"), ("newest first", $"{list}?sort=-from"), ("a name", $"{list}?q=Person%2071"),
                ("counts", $"{list}/count"), ("one location's", $"/locations/{installation.Rollout.Locations[0]}/employees"),
            })
            {
                var asking = new Asking(installation.Portal.Address, url, ("Cookie", session));
                await asking.Times(WarmUp);
                var times = await asking.Times(Asked);
                report.Add(Name, $"{people:N0}: {page}, median", times.Median(), "ms", MostMilliseconds);
                report.Add(Name, $"{people:N0}: {page}, 95 of 100", times.Percentile(0.95), "ms", MostMilliseconds);
            }
        }
    }

    /// <summary>Rows alone: how they are written is the importer's benchmark. One in a hundred works at a second place.</summary>
    private static async Task Employ(Installation at, int from, int to)
    {
        await using var command = at.Node.Database.Source.CreateCommand(
            """
            with new as (
                insert into employee (id, key, work_key, name, email, created_at)
                select gen_random_uuid(), 'p' || n, 'P' || n, 'Person ' || n, 'p' || n || '@eksempel.invalid', now() from generate_series($1, $2) as n
                returning id, name, key)
            insert into employee_period (period_id, employee_id, name, key, location_id, role, from_day, recorded_from)
            select gen_random_uuid(), id, name, key, ($3::uuid[])[1 + abs(hashtext(id::text || place)) % cardinality($3::uuid[])],
                (array['Pædagog', 'Sosu-assistent', 'Leder', 'Sygeplejerske'])[1 + abs(hashtext('role' || id::text || place)) % 4],
                date '2021-01-01' + abs(hashtext('day' || id::text)) % 300, now()
            from new, generate_series(1, 2) place
            where place = 1 or hashtext('second' || id::text) % 100 = 0
            """);
        command.Parameters.Add(new() { Value = from + 1 });
        command.Parameters.Add(new() { Value = to });
        command.Parameters.Add(new() { Value = at.Rollout.Locations.ToArray() });
        await command.ExecuteNonQueryAsync();
        // As autovacuum does soon after such a load.
        await using var analyze = at.Node.Database.Source.CreateCommand("vacuum analyze employee, employee_period");
        await analyze.ExecuteNonQueryAsync();
    }
}
