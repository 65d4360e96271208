using RolloutPortal.Domain.Dips;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>A wave as it is planned and how far it has come; its locations are the rows that name it.</summary>
/// <param name="GoLive">The planned local day; null until scheduled.</param>
/// <param name="HypercareWeeks">0 until scheduled.</param>
/// <param name="HypercareClosedOn">The first day without hypercare, when it was closed by hand.</param>
/// <param name="DipDepth">The fall in production that was agreed, between 0 and 1; null: nobody agreed on one.</param>
/// <param name="DipWeeks">Until 95 % of normal output is back.</param>
/// <param name="AnnouncedGoLive">The day that was told last to those whom it concerns.</param>
[Index(nameof(ProgrammeId), nameof(Number))]
public sealed record WaveRow(
    Guid WaveId, Guid ProgrammeId, string Name, int Number, bool Early, DateOnly? GoLive, int HypercareWeeks,
    DateOnly? HypercareClosedOn, DateOnly? ClosedOn, bool Cancelled,
    decimal? DipDepth = null, int? DipWeeks = null, DateOnly? AnnouncedGoLive = null) : IReadModel<WaveRow>
{
    public static IReadOnlyList<Type> Events => [typeof(WaveEvent)];

    public IEnumerable<string> Topics => [$"rollout/{WaveId}", $"rollout/{WaveId}/parts", $"rollout/{ProgrammeId}"];

    /// <summary>What was agreed, else what is usual.</summary>
    public ExpectedDip Dip => DipDepth is { } depth && DipWeeks is { } weeks ? new(depth, weeks) : ExpectedDip.Usual;

    public static IEnumerable<Guid> KeysOf(object @event) => @event is WaveEvent e ? [e.WaveId] : [];

    public static WaveRow? Fold(WaveRow? row, object @event, Guid key) => (row, @event) switch
    {
        (_, WaveCreated e) => new(key, e.ProgrammeId, e.Name, e.Number, e.Early, null, HypercareWeeks: 0, null, null, Cancelled: false),
        (null, _) => null,
        (_, WaveRenamed e) => row with { Name = e.Name },
        (_, WaveScheduled e) => row with { GoLive = e.GoLive, HypercareWeeks = e.HypercareWeeks },
        (_, WaveMoved e) => row with { GoLive = e.To },
        (_, HypercareLengthSet e) => row with { HypercareWeeks = e.Weeks },
        (_, HypercareClosed e) => row with { HypercareClosedOn = e.On },
        (_, HypercareReopened) => row with { HypercareClosedOn = null },
        (_, WaveClosed e) => row with { ClosedOn = e.On },
        (_, ExpectedDipAgreed e) => row with { DipDepth = e.Depth, DipWeeks = e.Weeks },
        (_, GoLiveAnnounced e) => row with { AnnouncedGoLive = e.GoLive },
        (_, WaveCancelled) => row with { Cancelled = true },
        _ => row,
    };
}
