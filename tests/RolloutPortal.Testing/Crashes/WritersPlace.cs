using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Testing.Crashes;

/// <summary>A data directory with the one location where the writers work, and their sessions.</summary>
internal sealed record WritersPlace(IReadOnlyDictionary<string, string> Settings, Guid Location, IReadOnlyList<string> Sessions)
{
    private const string Zone = "Europe/Copenhagen";

    /// <remarks>The portal is alone with its PostgreSQL afterwards: its watchdog must be the one that stops it.</remarks>
    public static async Task<WritersPlace> Make(string folder, int writers)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Portal__Embedded"] = "true",
            ["Portal__DataDirectory"] = folder,
        };
        await using var node = await SecondNode.Open(settings);
        var location = await LiveLocation(node);
        var sessions = new List<string>();
        for (var i = 0; i < writers; i++)
            sessions.Add(node.Session(await node.OpenAccount("da", new Grant(Role.Superuser, ScopeKind.Location, location))));
        return new WritersPlace(settings, location, sessions);
    }

    /// <summary>Tickets in the log, how many forms or tickets are there more than once, and how many the access log tells of.</summary>
    public async Task<(HashSet<Guid> Tickets, int Doubled, int Entries)> Found()
    {
        await using var node = await SecondNode.Open(Settings);
        var ids = await node.Database.Source.Rows(
            "select stream_id from mt_events where type = 'ticket_logged'", reader => reader.GetGuid(0));
        var rows = await node.Database.Source.Rows("select ticket_id from ticket_row", reader => reader.GetGuid(0));
        var forms = await node.Database.Source.Scalar<long>("select count(*) - count(distinct body) from text");
        var entries = await node.Database.Source.Scalar<long>(
            "select count(*) from access_log where action = 'POST /locations/{locationId}/tickets' and status = 303");
        return ([.. ids.Intersect(rows)], ids.Count - ids.Distinct().Count() + (int)forms, (int)entries);
    }

    private static async Task<Guid> LiveLocation(SecondNode node)
    {
        var (programme, area, location, wave) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var today = node.Get<Clock>().Today(Zone);
        await node.Do<Programme, ProgrammeEvent>(programme, p => p.Found(new FoundProgramme(programme, "DOMUS", "da", "DK", Zone, "DKK")));
        await node.Do<Programme, ProgrammeEvent>(programme, p => p.AddArea(area, "Bosteder"));
        await node.Do<Location, LocationEvent>(location, l => l.Open(new OpenLocation(
            location, programme, "B1", new LocationDescription("Bosted Amager", area, 40, Side.Provider, "24/7", Zone, ProviderId: null), today.AddYears(-1))));
        await node.Do<Wave, WaveEvent>(wave, w => w.Create(new CreateWave(wave, programme, "Bølge 1", 1, Early: false)));
        await node.Do<Wave, WaveEvent>(wave, w => w.Schedule(today, hypercareWeeks: 6));
        await node.Do<Wave, WaveEvent>(wave, w => w.Assign(location));
        await node.Do<Wave, WaveEvent>(wave, w => w.GoLive(today, today));
        return location;
    }
}
