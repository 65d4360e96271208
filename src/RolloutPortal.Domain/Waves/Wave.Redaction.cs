using System.Collections.Immutable;

namespace RolloutPortal.Domain.Waves;

/// <content>What people wrote about the wave, and may be deleted.</content>
public sealed partial record Wave
{
    /// <summary>Reasons that were given; false: deleted since.</summary>
    public ImmutableDictionary<Guid, bool> Texts { get; private init; } = ImmutableDictionary<Guid, bool>.Empty;

    /// <summary>Possible for ever, also once the wave is closed or cancelled: what should not have been written must be removable
    /// (decisions.md 1).</summary>
    public Decision<WaveEvent> Redact(Guid textId) =>
        !Texts.TryGetValue(textId, out var stands) ? new Refusal(CommonRefusals.TextNotFound)
        : stands ? new WaveTextRedacted(Id, textId)
        : Decision<WaveEvent>.Nothing;

    private Wave Wrote(WaveEvent @event) => @event switch
    {
        WaveMoved e => With(e.ReasonTextId),
        GoLiveWithdrawn e => With(e.ReasonTextId),
        HypercareReopened e => With(e.ReasonTextId),
        WaveCancelled e => With(e.ReasonTextId),
        WaveTextRedacted e => this with { Texts = Texts.SetItem(e.TextId, false) },
        _ => this,
    };

    private Wave With(Guid textId) => this with { Texts = Texts.SetItem(textId, true) };
}
