using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>A wave to be made; the day may be chosen later.</summary>
/// <param name="WaveId">Chosen with the empty form: the same form sent twice makes one wave.</param>
/// <param name="Day">The planned go-live day.</param>
public sealed record NewWaveForm(Guid WaveId, string? Name, int? Number, bool Early, DateOnly? Day, int? Weeks)
{
    public const int UsualHypercareWeeks = 6;

    public Decision<WaveEvent> Decide(Wave wave, Guid programmeId) => wave.Decide<Wave, WaveEvent>(
        Day is { } day
            ? [Create(programmeId), w => w.Schedule(day, Weeks ?? UsualHypercareWeeks)]
            : [Create(programmeId)]);

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        NameRefusals.Missing or NameRefusals.TooLong or NameRefusals.Unsuitable => "Form.Name",
        WaveRefusals.NumberOutOfRange => "Form.Number",
        WaveRefusals.DayOutOfRange => "Form.Day",
        WaveRefusals.HypercareWeeksOutOfRange => "Form.Weeks",
        _ => "",
    };

    private Func<Wave, Decision<WaveEvent>> Create(Guid programmeId) =>
        wave => wave.Create(new CreateWave(WaveId, programmeId, Name, Number ?? 0, Early));
}

/// <summary>The form of a new wave.</summary>
public sealed record NewWavePage(ProgrammeRow Programme, NewWaveForm Form);
