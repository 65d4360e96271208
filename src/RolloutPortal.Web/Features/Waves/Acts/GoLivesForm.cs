using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Locations that went live on a day, or whose going live was a mistake, with the reason.</summary>
/// <param name="Day">A whole local day.</param>
/// <param name="Confirmed">The day that its user was asked about and meant.</param>
public sealed record GoLivesForm(DateOnly? Day, Guid[]? LocationIds, string? Reason, DateOnly? Confirmed = null)
{
    public IReadOnlyCollection<Guid> Ticked { get; } = [.. (LocationIds ?? []).Distinct()];
}

/// <summary>The form of going live, or of taking it back.</summary>
/// <param name="IsWithdrawal">Taking back; else going live.</param>
/// <param name="FromPlan">Days from the plan to the day, which are asked about before it is saved.</param>
public sealed record GoLivesPage(WaveStanding Wave, GoLivesForm Form, bool IsWithdrawal, int? FromPlan = null)
{
    public Guid WaveId => Wave.Wave.WaveId;

    public string Kind => IsWithdrawal ? "withdrawals" : "go-lives";

    public string Address => $"/waves/{WaveId}/{Kind}";

    /// <summary>The locations that may be ticked.</summary>
    public IEnumerable<LocationStanding> Choices => Wave.Locations.Where(standing => standing.Location.LiveOn is null != IsWithdrawal);

    /// <summary>The first day on which all that are ticked are there.</summary>
    public DateOnly Since => Ticked.Select(standing => standing.Location.Since).DefaultIfEmpty().Max();

    private IEnumerable<LocationStanding> Ticked => Wave.Locations.Where(standing => Form.Ticked.Contains(standing.Location.LocationId));

    /// <summary>As it stands there at first. Before the planned day nothing is ticked: it has not happened yet, and what has is a choice.</summary>
    public GoLivesPage Prefilled(DateOnly today) => Wave.Wave.GoLive is { } planned && planned <= today
        ? this with { Form = new(planned, [.. Choices.Select(standing => standing.Location.LocationId)], Reason: null) }
        : this with { Form = new(today, LocationIds: null, Reason: null) };

    /// <summary><c>780 brugere går i drift 19 uger før planen.</c></summary>
    public string Question(IStringLocalizer text, IStringLocalizer<SharedTexts> shared)
    {
        var (days, users) = (Math.Abs(FromPlan!.Value), Ticked.Sum(standing => standing.Location.Users));
        return text[
            FromPlan < 0 ? "doubt.early" : "doubt.late", shared.Count("unit.users", users),
            days % 7 == 0 || days >= 28 ? shared.Count("unit.weeks", days / 7) : shared.Count("unit.days", days),
            WeekHtml.Written(Wave.Wave.GoLive!.Value)];
    }

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(string refusal) => refusal switch
    {
        WaveRefusals.GoLiveInFuture or WaveRefusals.GoLiveBeforeLocation or WaveRefusals.DayOutOfRange => "Form.Day",
        WaveRefusals.ReasonMissing => "Form.Reason",
        _ => "",
    };
}
