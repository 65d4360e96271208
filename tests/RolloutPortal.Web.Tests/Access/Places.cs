using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Photos;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Hypercare.Photos;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>What stands in the places of a route: things of the small rollout, and for a provider its own unit.</summary>
internal sealed class Places
{
    public static readonly string[] Names = ["programmeId", "areaId", "waveId", "locationId", "ticketId", "placeId", "accountId", "employeeId", "providerId"];

    /// <summary>What is done to one of them, where the route leaves it open.</summary>
    private static readonly (string Thing, string Act)[] Acts = [("accountId", "disabling"), ("employeeId", "details")];

    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<string, string> ofTheProvider = [];

    /// <summary>A rollout of other people, where nobody of this one has a right.</summary>
    public Guid Elsewhere { get; } = Guid.CreateVersion7();

    /// <summary>And its provider.</summary>
    public Guid Stranger { get; } = Guid.CreateVersion7();

    public static async Task<Places> Prepare(SmallRollout rollout)
    {
        var (places, account) = (new Places(), Guid.CreateVersion7());
        var row = new SideWrite("insert into account (id, email, name, stamp, created_at) values ($1, $2, 'Prøve Person', 'stamp', now())", account, $"{account:N}@eksempel.dk");
        await rollout.Do<Account, AccountEvent>(
            account, a => a.Invite(account, [new Grant(Role.Superuser, ScopeKind.Location, rollout.NorthA)], "da", Guid.CreateVersion7()),
            new Together { SideWrites = [row] });
        await rollout.Do<Programme, ProgrammeEvent>(places.Elsewhere, p => p.Found(new FoundProgramme(places.Elsewhere, "VIVA", "sv", "SE", "Europe/Stockholm", "SEK")));
        await rollout.Do<Programme, ProgrammeEvent>(places.Elsewhere, p => p.AddProvider(places.Stranger, "Hemtjänst Väst"));
        await rollout.Do<Wave, WaveEvent>(rollout.Wave2, wave => wave.Assign(rollout.SouthB));
        places.values["accountId"] = places.ofTheProvider["accountId"] = $"{account}";
        await places.Fill(places.values, rollout, rollout.NorthA, rollout.North, rollout.Wave1);
        await places.Fill(places.ofTheProvider, rollout, rollout.SouthB, rollout.South, rollout.Wave2);
        return places;
    }

    public string Address(string route, Role role) => (role is Role.ExternalProvider ? ofTheProvider : values)
        .Aggregate(
            Acts.Aggregate(route, (open, one) => open.Replace($"{{{one.Thing}}}/{{act}}", $"{{{one.Thing}}}/{one.Act}", StringComparison.Ordinal)),
            (address, value) => address.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));

    private async Task Fill(Dictionary<string, string> named, SmallRollout rollout, Guid location, Guid area, Guid wave)
    {
        var (ticket, text) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var problem = new Problem(location, ModuleId: null, TicketKind.Fault, Impact.Team, Urgency.WorkaroundOk, SafetyOrPersonalData: false, 5);
        await rollout.Do<Ticket, TicketEvent>(
            ticket, t => t.Log(new LogTicket(ticket, problem, text, Guid.CreateVersion7(), Channel.Portal, IsRepeat: false, SmallRollout.Morning), HypercarePeriod.None, SmallRollout.Today),
            Together.With(new WrittenText(text, ticket, "Skærmen er sort", WrittenBy: null, SmallRollout.Morning)));
        var photo = Guid.CreateVersion7();
        await rollout.Do<Ticket, TicketEvent>(
            ticket, t => t.AddPhoto(photo, Guid.CreateVersion7(), SmallRollout.Morning),
            new Together { SideWrites = [PhotoStore.Insert(photo, ticket, new CleanPhoto("image/png", 1, 1, [1]), small: null, Guid.CreateVersion7(), SmallRollout.Morning)] });
        (string, object)[] all =
        [
            ("programmeId", rollout.Programme), ("areaId", area), ("waveId", wave), ("locationId", location), ("ticketId", ticket),
            ("placeId", location), ("textId", text), ("photoId", photo), ("itemId", area), ("kind", "areas"), ("resource", "schedule"), ("format", "csv"), ("ruleId", Guid.CreateVersion7()), ("filterId", Guid.CreateVersion7()), ("token", "unknown"), ("code", 404),
            ("how", "new"), ("sessionId", Guid.CreateVersion7()),
            ("employeeId", await rollout.Employ(location)),
            ("deed", "closing"), ("providerId", rollout.Provider), ("standing", "disabling"),
            ("importId", Guid.CreateVersion7()), ("importKind", "locations"), ("language", "da"),
        ];
        foreach (var (name, value) in all)
            named[name] = value.ToString()!;
    }
}
