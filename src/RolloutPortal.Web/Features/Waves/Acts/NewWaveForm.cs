using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>A wave to be made; the day may be chosen later.</summary>
/// <param name="WaveId">Chosen with the empty form: the same form sent twice makes one wave.</param>
/// <param name="Day">The planned go-live day.</param>
/// <param name="Confirmed">The day that its user was asked about and meant.</param>
public sealed record NewWaveForm(Guid WaveId, string? Name, int? Number, bool Early, DateOnly? Day, int? Weeks, DateOnly? Confirmed)
{
    public Decision<WaveEvent> Decide(Wave wave, Guid programmeId) => wave.Decide<Wave, WaveEvent>(
        Day is { } day
            ? [Create(programmeId), w => w.Schedule(day, Weeks ?? Wave.UsualHypercareWeeks)]
            : [Create(programmeId)]);

    /// <summary>What the domain says to each field by itself, so that all of it can be told at once.</summary>
    public IEnumerable<Refusal> Refusals()
    {
        var sound = new CreateWave(WaveId, Guid.Empty, "x", 1, Early);
        var made = Wave.Initial.Apply(new WaveCreated(WaveId, Guid.Empty, "x", 1, Early));
        IEnumerable<Decision<WaveEvent>> decisions =
        [
            Wave.Initial.Create(sound with { Name = Name }),
            Wave.Initial.Create(sound with { Number = Number ?? 1 }),
            .. Day is { } day ? [made.Schedule(day, Wave.UsualHypercareWeeks), made.Schedule(Sound, Weeks ?? Wave.UsualHypercareWeeks)] : Array.Empty<Decision<WaveEvent>>(),
        ];
        return decisions.Select(decision => decision.Refusal).OfType<Refusal>();
    }

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        NameRefusals.Missing or NameRefusals.TooLong or NameRefusals.Unsuitable or WaveRefusals.NameTaken => "Form.Name",
        WaveRefusals.NumberOutOfRange or WaveRefusals.NumberTaken => "Form.Number",
        WaveRefusals.DayOutOfRange => "Form.Day",
        WaveRefusals.HypercareWeeksOutOfRange => "Form.Weeks",
        _ => "",
    };

    private static DateOnly Sound => new(2000, 1, 1);

    private Func<Wave, Decision<WaveEvent>> Create(Guid programmeId) =>
        wave => wave.Create(new CreateWave(WaveId, programmeId, Name, Number ?? 0, Early));
}

/// <summary>The form of a new wave.</summary>
/// <param name="Doubt">What is asked about its day before it is saved.</param>
public sealed record NewWavePage(ProgrammeRow Programme, NewWaveForm Form, DayDoubt? Doubt = null);
