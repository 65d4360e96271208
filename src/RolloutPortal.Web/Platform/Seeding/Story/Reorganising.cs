using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>How the organisation changes on the way, as <c>organisation.csv</c> tells it: names, areas, a split, a closing, each from a day;
/// some of them days that are still to come when the story ends. Lines of one split follow each other.</summary>
internal static class Reorganising
{
    public static IEnumerable<SeedStep> Steps(Scenario scenario) => scenario.Organisation
        .GroupBy(row => (At: row.Moment("at", scenario.TimeZone), Happening: row["happening"], Of: row.Text("of")))
        .OrderBy(deed => deed.Key.At)
        .Select(deed => Step(scenario, deed.Key.At, [.. deed]));

    private static SeedStep Step(Scenario scenario, DateTimeOffset at, FileRow[] rows)
    {
        var (row, ids) = (rows[0], scenario.Ids);
        var (by, day) = (ids.Account(row.Text("by")), row.Day("day"));
        if (row["happening"] == "area-named")
        {
            return SeedStep.Decide<Programme, ProgrammeEvent>(
                at, by, scenario.ProgrammeId, 1, (programme, _) => programme.RenameArea(ids.Area(row.Text("of")), row.Text("name"), day), alone: true);
        }

        var id = ids.Location(row.Text("of"));
        return row["happening"] switch
        {
            "named" => Described(now => now with { Name = row.Text("name") }),
            "moved" => Described(now => now with { AreaId = ids.Area(row.Text("area")) }),
            "closed" => SeedStep.Decide<Location, LocationEvent>(at, by, id, 1, (location, _) => location.Close(day), alone: true),
            "split" => new(at, by, id, rows.Length, Alone: true, (scene, ct) => Split(scene, id, day, rows, ct)),
            _ => throw row.Fault("happening", $"cannot be '{row["happening"]}' here"),
        };

        SeedStep Described(Func<LocationDescription, LocationDescription> change) => SeedStep.Decide<Location, LocationEvent>(
            at, by, id, 1, (location, _) => location.Describe(change(location.History!.On(day)), day), alone: true);
    }

    private static async Task<Refusal?> Split(Scene scene, Guid id, DateOnly day, FileRow[] into, CancellationToken ct)
    {
        var known = await scene.Ledger.Load<Location, LocationEvent>(id, ct);
        var before = known.State.History!.On(day);
        OpenLocation[] parts =
        [
            .. into.Select(row => new OpenLocation(
                scene.Ids.Location(row.Text("code")), known.State.Opening!.ProgrammeId, row.Text("code"),
                before with { Name = row.Text("name"), Users = row.Whole("users") }, day)),
        ];
        return await scene.LocationActs.Split(id, parts, day, known.Version, ct);
    }
}
