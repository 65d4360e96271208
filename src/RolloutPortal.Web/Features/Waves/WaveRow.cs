using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>A wave as it is planned and how far it has come; its locations are the rows that name it.</summary>
/// <param name="GoLive">The planned local day; null until scheduled.</param>
/// <param name="HypercareWeeks">0 until scheduled.</param>
/// <param name="HypercareClosedOn">The first day without hypercare, when it was closed by hand.</param>
[Index(nameof(ProgrammeId), nameof(Number))]
public sealed record WaveRow(
    Guid WaveId, Guid ProgrammeId, string Name, int Number, bool Early, DateOnly? GoLive, int HypercareWeeks,
    DateOnly? HypercareClosedOn, DateOnly? ClosedOn, bool Cancelled) : IReadModel<WaveRow>
{
    public static IReadOnlyList<Type> Events => [typeof(WaveEvent)];

    public IEnumerable<string> Topics => [$"rollout/{WaveId}", $"rollout/{WaveId}/parts", $"rollout/{ProgrammeId}"];

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
        (_, WaveCancelled) => row with { Cancelled = true },
        _ => row,
    };
}
