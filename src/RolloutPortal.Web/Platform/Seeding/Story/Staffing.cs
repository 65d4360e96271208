using RolloutPortal.Domain;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>The people who work at the locations: invented, as many as each location has users; and a few who move when the clock has
/// been set, or have planned to.</summary>
internal static class Staffing
{
    private const string Planner = "manager";

    private const int Movers = 24;

    public static IEnumerable<SeedStep> Steps(Scenario scenario)
    {
        var lines = new InventedPeople(scenario).Lines();
        if (lines.Count == 0) return [];
        var (by, at) = (scenario.Ids.Account(Planner), scenario.Founded.AddDays(3));
        var parts = (lines.Select(line => line.WorkKey).Distinct().Count() + EmployeesImported.Most - 1) / EmployeesImported.Most;
        return
        [
            new SeedStep(at, by, EmployeeRegister.StreamId, parts, Alone: true, (scene, ct) => Import(scene, lines, ct)),
            .. Moves(scenario, lines).Select((move, i) => new SeedStep(
                scenario.Clock.AddDays(-6).AddMinutes(11 * i), by, EmployeeRegister.StreamId, Events: 1, Alone: true, (scene, ct) => Move(scene, move, ct))),
        ];
    }

    private static async Task<Refusal?> Import(Scene scene, IReadOnlyList<EmployeeLine> lines, CancellationToken ct)
    {
        var known = await scene.Employees.Find([], [], ct: ct);
        var made = 0;
        var plan = EmployeeComparison.Of(known.People, lines, () => scene.Ids.Of("employee", $"{made++}"));
        if (plan.Faults.Count > 0) return plan.Faults[0].Why;
        await scene.Append(scene.Employees.Import(scene.Ids.Of("batch", "employees"), known.Version, plan.Steps, invented: true)!);
        return null;
    }

    private static async Task<Refusal?> Move(Scene scene, (string Key, Guid To, DateOnly On) move, CancellationToken ct)
    {
        var person = (await scene.Employees.Find([move.Key], [], ct: ct)).People[0];
        var period = person.Periods.MaxBy(one => one.From)!;
        return await scene.EmployeeDesk.Change(
            person.EmployeeId, seen: null, known => known.Move(period.PeriodId, scene.Ids.Of("move", move.Key), move.To, period.Role, move.On));
    }

    /// <summary>Two at a time change places, on the first of a month to come: no location grows or shrinks by it.</summary>
    private static IEnumerable<(string Key, Guid To, DateOnly On)> Moves(Scenario scenario, IReadOnlyList<EmployeeLine> lines)
    {
        var open = lines.Where(line => line.To is null).ToList();
        var first = new DateOnly(scenario.LastDay.Year, scenario.LastDay.Month, 1);
        for (var i = 0; i < Movers / 2; i++)
        {
            var (one, other) = (open[(i * 257) % open.Count], open[((i * 257) + (open.Count / 2)) % open.Count]);
            var on = first.AddMonths(1 + (i % 4));
            yield return (one.WorkKey, other.LocationId, on);
            yield return (other.WorkKey, one.LocationId, on);
        }
    }
}
