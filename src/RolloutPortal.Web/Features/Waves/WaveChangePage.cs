using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>The form of one change of a wave.</summary>
/// <param name="Since">What others did since the user saw the wave; then the form was not saved.</param>
public sealed record WaveChangePage(WaveChange Change, WaveStanding Wave, WaveChangeForm Form, IReadOnlyList<HistoryLine> Since)
{
    public Guid WaveId => Wave.Wave.WaveId;

    public string Address => $"/waves/{WaveId}/{Change.Resource}";

    /// <summary>What the form would have done, in words, to stand beside what others did.</summary>
    public string Mine(IStringLocalizer text) => text[
        $"change.{Change.Resource}.mine", Form.Day is { } day ? WeekHtml.Written(day) : "", Form.Weeks ?? 0, Form.Name ?? ""];

    /// <summary>The day that it is now, where there is one.</summary>
    public string? DayHint(IStringLocalizer text) => Wave.Wave.GoLive is { } day ? text["field.day.planned", WeekHtml.Written(day)].Value : null;
}
