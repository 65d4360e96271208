using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>What the form of a change asks for.</summary>
[Flags]
public enum WaveFields { None = 0, Day = 1, Weeks = 2, Reason = 4, Name = 8 }

/// <summary>One kind of decision about a wave as a whole: its address below the wave's, what its form asks for, when it fits.</summary>
/// <param name="Fits">Asks the wave itself, on the latest local day at its locations.</param>
public sealed record WaveChange(
    string Resource, WaveFields Fields, Func<Wave, DateOnly, bool> Fits, Func<Wave, DecideWave, Decision<WaveEvent>> Decide)
{
    /// <summary>All of them, as a constraint of a route.</summary>
    public const string Route =
        "{resource:regex(^(schedule|moves|hypercare-length|hypercare-closing|hypercare-reopening|closing|cancellation|name)$)}";

    private static readonly Dictionary<string, string> FieldOfRefusal = new()
    {
        [WaveRefusals.DayOutOfRange] = "Day",
        [WaveRefusals.HypercareBeforeGoLive] = "Day",
        [WaveRefusals.HypercareNotOver] = "Day",
        [WaveRefusals.CloseInFuture] = "Day",
        [WaveRefusals.HypercareWeeksOutOfRange] = "Weeks",
        [WaveRefusals.ReasonMissing] = "Reason",
        [NameRefusals.Missing] = "Name",
        [NameRefusals.TooLong] = "Name",
        [NameRefusals.Unsuitable] = "Name",
        [WaveRefusals.NameTaken] = "Name",
    };

    public static IReadOnlyList<WaveChange> All { get; } =
    [
        new("schedule", WaveFields.Day | WaveFields.Weeks, (wave, _) => wave.MaySchedule, (wave, with) => wave.Schedule(with.Day, with.Weeks)),
        new("moves", WaveFields.Day | WaveFields.Reason, (wave, _) => wave.MayMove, (wave, with) => wave.Move(with.Day, with.ReasonTextId)),
        new("hypercare-length", WaveFields.Weeks, (wave, _) => wave.MaySetHypercareLength, (wave, with) => wave.SetHypercareLength(with.Weeks)),
        new("hypercare-closing", WaveFields.Day, (wave, today) => wave.MayCloseHypercare && !wave.Hypercare.IsOver(today), (wave, with) => wave.CloseHypercare(with.Day, with.Today)),
        new("hypercare-reopening", WaveFields.Reason, (wave, _) => wave.MayReopenHypercare, (wave, with) => wave.ReopenHypercare(with.ReasonTextId)),
        new("closing", WaveFields.Day, (wave, today) => wave.MayClose(today), (wave, with) => wave.Close(with.Day, with.Today)),
        new("name", WaveFields.Name, (wave, _) => wave.MayRename, (wave, with) => wave.Rename(with.Name)),
        new("cancellation", WaveFields.Reason, (wave, _) => wave.MayCancel, (wave, with) => wave.Cancel(with.ReasonTextId)),
    ];

    /// <summary>It plans a day, which is asked about when it is an odd one.</summary>
    public bool IsPlanning => Resource is "schedule" or "moves";

    public bool Has(WaveFields field) => Fields.HasFlag(field);

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(Refusal refusal) => FieldOfRefusal.TryGetValue(refusal.Key, out var field) ? $"Form.{field}" : "";

    public static WaveChange Of(string resource) => All.First(change => change.Resource == resource);
}

/// <summary>What a change of a wave is decided with; fields that its form does not ask for are empty.</summary>
/// <param name="Today">The latest local day at its locations.</param>
public sealed record DecideWave(DateOnly Day, int Weeks, Guid ReasonTextId, string? Name, DateOnly Today);

/// <summary>The form of a change: the fields that it asks for, and the version of the wave that its user saw.</summary>
/// <param name="Day">A whole local day.</param>
/// <param name="Weeks">Of hypercare.</param>
/// <param name="Confirmed">The day that its user was asked about and meant.</param>
public sealed record WaveChangeForm(long Version, string? Name, DateOnly? Day, int? Weeks, string? Reason, DateOnly? Confirmed);
