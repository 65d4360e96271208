using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Rollout;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Locations that went live on a day, or whose going live was a mistake, with the reason.</summary>
/// <param name="Day">A whole local day.</param>
public sealed record GoLivesForm(DateOnly? Day, Guid[]? LocationIds, string? Reason)
{
    public IReadOnlyCollection<Guid> Ticked { get; } = [.. (LocationIds ?? []).Distinct()];
}

/// <summary>The form of going live, or of taking it back.</summary>
/// <param name="IsWithdrawal">Taking back; else going live.</param>
public sealed record GoLivesPage(WaveStanding Wave, GoLivesForm Form, bool IsWithdrawal)
{
    public Guid WaveId => Wave.Wave.WaveId;

    public string Kind => IsWithdrawal ? "withdrawals" : "go-lives";

    public string Address => $"/waves/{WaveId}/{Kind}";

    /// <summary>The locations that may be ticked.</summary>
    public IEnumerable<LocationStanding> Choices => Wave.Locations.Where(standing => standing.Location.LiveOn is null != IsWithdrawal);

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public static string FieldOf(string refusal) => refusal switch
    {
        WaveRefusals.GoLiveInFuture or WaveRefusals.DayOutOfRange => "Form.Day",
        WaveRefusals.ReasonMissing => "Form.Reason",
        _ => "",
    };
}
