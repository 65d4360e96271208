using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests;

/// <summary>Things that a test needs and does not care about.</summary>
internal static class Any
{
    /// <summary>A Monday.</summary>
    public static DateOnly GoLive { get; } = new(2022, 1, 24);

    public static DateTimeOffset Morning { get; } = new(2022, 1, 25, 7, 3, 0, TimeSpan.Zero);

    public static FoundProgramme FoundProgramme(string name = "DOMUS") =>
        new(Guid.NewGuid(), name, "da", "DK", "Europe/Copenhagen", "DKK");

    public static Programme Programme() => Domain.Programmes.Programme.Initial.After(p => p.Found(FoundProgramme()));

    public static LocationDescription Description(int users = 60, string name = "Bosted Nørrebro 3", string openingHours = "24/7") =>
        new(name, Guid.NewGuid(), users, Side.Provider, openingHours, "Europe/Copenhagen", ProviderId: null);

    public static OpenLocation OpenLocation(string code = "007", LocationDescription? description = null, DateOnly? from = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), code, description ?? Description(), from ?? GoLive);

    public static CreateWave CreateWave(string name = "Bølge 5, Myndighed B") =>
        new(Guid.NewGuid(), Guid.NewGuid(), name, Number: 5, Early: false);

    public static Wave Wave() => Domain.Waves.Wave.Initial.After(w => w.Create(CreateWave()));

    /// <summary>Six weeks of hypercare.</summary>
    public static Wave ScheduledWave(params Guid[] locations) =>
        locations.Aggregate(
            Wave().After(w => w.Schedule(GoLive, hypercareWeeks: 6)), (wave, id) => wave.After(w => w.Assign(id)));

    public static Wave LiveWave(params Guid[] locations) => ScheduledWave(locations).After(w => w.GoLive(GoLive, today: GoLive));

    public static HypercarePeriod Hypercare(DateOnly to) => new(to.AddDays(-42), to);

    public static Problem Problem(
        Impact impact = Impact.Team, Urgency urgency = Urgency.WorkaroundOk, int affectedUsers = 4, Guid? locationId = null) =>
        new(
            locationId ?? Guid.NewGuid(), ModuleId: null, TicketKind.Fault, impact, urgency, SafetyOrPersonalData: false,
            affectedUsers);

    public static LogTicket LogTicket(Problem? problem = null) =>
        new(
            Guid.NewGuid(), problem ?? Problem(), TextId: Guid.NewGuid(), ReporterId: Guid.NewGuid(), Channel.Portal,
            IsRepeat: false, Morning);

    public static Ticket Ticket(LogTicket? command = null) =>
        Domain.Hypercare.Ticket.Initial.After(t => t.Log(command ?? LogTicket(), Hypercare(GoLive.AddDays(42)), GoLive));
}
