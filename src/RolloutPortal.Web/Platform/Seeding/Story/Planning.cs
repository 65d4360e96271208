using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>The plan before the first day: every location, every wave, who goes live with whom.</summary>
internal static class Planning
{
    private const string Planner = "manager";

    public static IEnumerable<SeedStep> Steps(Scenario scenario)
    {
        var by = scenario.Ids.Account(Planner);
        var (opened, planned) = (scenario.Founded.AddDays(1), scenario.Founded.AddDays(5));
        return
        [
            .. scenario.Locations.Select((row, i) => Open(scenario, row, by, opened.AddMinutes(i))),
            .. scenario.Waves.SelectMany((row, i) => Plan(scenario, row, by, planned.AddMinutes(20 * i))),
        ];
    }

    private static SeedStep Open(Scenario scenario, FileRow row, Guid by, DateTimeOffset at)
    {
        var ids = scenario.Ids;
        var provider = row["provider"] is { Length: > 0 } name ? ids.Provider(name) : (Guid?)null;
        var command = new OpenLocation(
            ids.Location(row.Text("code")), scenario.ProgrammeId, row.Text("code"),
            new(row.Text("name"), ids.Area(row.Text("area")), row.Whole("users"), row.Term<Side>("side"), row["opening_hours"], scenario.TimeZone, provider),
            row.Day("valid_from"));
        return new(at, by, command.LocationId, Events: 1, Alone: false, (scene, ct) => scene.LocationRegister.Open(command, ct))
        {
            Begin = scene => scene.Begin(command.LocationId, Location.Initial),
        };
    }

    private static IEnumerable<SeedStep> Plan(Scenario scenario, FileRow row, Guid by, DateTimeOffset at)
    {
        var id = scenario.Ids.Wave(row.Whole("number"));
        var create = new CreateWave(id, scenario.ProgrammeId, row.Text("name"), row.Whole("number"), row.Flag("early"));
        var (goLive, weeks) = (row.Day("go_live"), row.Whole("hypercare_weeks"));
        Guid[] locations = [.. scenario.Locations.Where(location => location.Whole("wave") == create.Number).Select(location => scenario.Ids.Location(location.Text("code")))];
        yield return Decide(at, 1, (wave, _) => wave.Create(create));
        yield return Decide(at.AddMinutes(2), 1, (wave, _) => wave.Schedule(goLive, weeks));
        yield return new(at.AddMinutes(6), by, id, locations.Length, Alone: true, (scene, ct) => scene.WaveLocations.Assign(id, locations, ct));

        SeedStep Decide(DateTimeOffset when, int events, Func<Wave, Guid, Decision<WaveEvent>> decide) =>
            SeedStep.Decide(when, by, id, events, decide, alone: true);
    }
}
