using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>The form of one change of a wave.</summary>
/// <param name="Since">What others did since the user saw the wave; then the form was not saved.</param>
/// <param name="Doubt">What is asked about the day before it is saved.</param>
public sealed record WaveChangePage(
    WaveChange Change, WaveStanding Wave, WaveChangeForm Form, IReadOnlyList<HistoryLine> Since, DayDoubt? Doubt = null)
{
    public Guid WaveId => Wave.Wave.WaveId;

    public string Address => $"/waves/{WaveId}/{Change.Resource}";

    /// <summary>What the form would have done, in words, to stand beside what others did.</summary>
    public string Mine(IStringLocalizer text) => text[
        $"change.{Change.Resource}.mine", Form.Day is { } day ? WeekHtml.Written(day) : "", Form.Weeks ?? 0, Form.Name ?? ""];

    /// <summary>The day that it is now, where there is one: the planned one, or the last with hypercare.</summary>
    public string? DayHint(IStringLocalizer text) =>
        Change.IsPlanning
            ? Wave.Wave.GoLive is { } day ? text["field.day.planned", WeekHtml.Written(day)].Value : null
            : Wave.HypercareTo is { } last ? text[Wave.IsSupported ? "field.day.hypercare" : "field.day.hypercare.over", WeekHtml.Written(last)].Value : null;

    /// <summary>What the button says: saving in spite of something is another press than saving.</summary>
    public string Do => Since.Count > 0 || Doubt is not null ? "since.do" : $"change.{Change.Resource}.do";
}
