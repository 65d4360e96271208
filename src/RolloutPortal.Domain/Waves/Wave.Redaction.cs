namespace RolloutPortal.Domain.Waves;

/// <content>What people wrote about the wave, and may be deleted.</content>
public sealed partial record Wave
{
    /// <summary>Reasons that were given.</summary>
    public WrittenTexts Texts { get; private init; } = WrittenTexts.None;

    /// <summary>Possible for ever, also once the wave is closed or cancelled.</summary>
    public Decision<WaveEvent> Redact(Guid textId) => Texts.Redact<WaveEvent>(textId, new WaveTextRedacted(Id, textId));

    private Wave Wrote(WaveEvent @event) => @event switch
    {
        WaveMoved e => this with { Texts = Texts.With(e.ReasonTextId) },
        LocationGoLiveMoved e => this with { Texts = Texts.With(e.ReasonTextId) },
        GoLiveWithdrawn e => this with { Texts = Texts.With(e.ReasonTextId) },
        HypercareReopened e => this with { Texts = Texts.With(e.ReasonTextId) },
        WaveCancelled e => this with { Texts = Texts.With(e.ReasonTextId) },
        WaveTextRedacted e => this with { Texts = Texts.Without(e.TextId) },
        _ => this,
    };
}
