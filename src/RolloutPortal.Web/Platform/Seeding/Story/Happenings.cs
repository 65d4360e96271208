using RolloutPortal.Domain;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>What happened to the waves on the way, as <c>story.csv</c> tells it.</summary>
internal static class Happenings
{
    public static IEnumerable<SeedStep> Steps(Scenario scenario)
    {
        foreach (var row in scenario.Story.OrderBy(row => row.Moment("at", scenario.TimeZone)))
        {
            var number = row.Whole("wave");
            var (wave, at) = (scenario.Ids.Wave(number), row.Moment("at", scenario.TimeZone));
            var location = row["location"] is { Length: > 0 } code ? scenario.Ids.Location(code) : (Guid?)null;
            var events = row["happening"] is "went-live" && location is null ? scenario.Locations.Count(each => each.Whole("wave") == number) : 1;
            yield return SeedStep.Decide<Wave, WaveEvent>(
                at, scenario.Ids.Account(row.Text("by")), wave, events, Decision(row, location, LocalTime.Day(at, scenario.TimeZone)), row["text"], alone: true);
        }
    }

    /// <summary>Since when a location is live: the local day, and the moment at which that was recorded; null while it is not.</summary>
    public static (DateOnly Day, DateTimeOffset At)? LiveSince(Scenario scenario, FileRow location)
    {
        (DateOnly, DateTimeOffset)? live = null;
        foreach (var row in scenario.Story.Where(row => row["wave"] == location["wave"] && (row["location"].Length == 0 || row["location"] == location["code"])))
        {
            live = row["happening"] switch
            {
                "went-live" => (row.Day("day"), row.Moment("at", scenario.TimeZone)),
                "go-live-withdrawn" => null,
                _ => live,
            };
        }

        return live;
    }

    private static Func<Wave, Guid, Decision<WaveEvent>> Decision(FileRow row, Guid? location, DateOnly today) => row["happening"] switch
    {
        "went-live" when location is { } one => (wave, _) => wave.GoLive([one], row.Day("day"), today),
        "went-live" => (wave, _) => wave.GoLive(row.Day("day"), today),
        "go-live-withdrawn" when location is { } one => (wave, reason) => wave.WithdrawGoLive(one, reason),
        "moved" => (wave, reason) => wave.Move(row.Day("day"), reason),
        "hypercare-length" => (wave, _) => wave.SetHypercareLength(row.Whole("weeks")),
        "hypercare-closed" => (wave, _) => wave.CloseHypercare(row.Day("day"), today),
        "wave-closed" => (wave, _) => wave.Close(row.Day("day"), today),
        _ => throw row.Fault("happening", $"cannot be '{row["happening"]}' here"),
    };
}
