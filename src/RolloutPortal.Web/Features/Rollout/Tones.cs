using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>The tone of a phase: colour and shape in the style sheet; the word always stands beside it.</summary>
public static class Tones
{
    public static string Tone(this LocationPhase phase) => phase switch
    {
        LocationPhase.Planned => "neutral",
        LocationPhase.Preparing => "preparing",
        LocationPhase.Overdue => "bad",
        LocationPhase.Hypercare => "info",
        LocationPhase.Stabilising => "ok",
        LocationPhase.Closed => "done",
        _ => "off",
    };

    public static string Tone(this WavePhase phase) => phase switch
    {
        WavePhase.Scheduled => "neutral",
        WavePhase.Preparing => "preparing",
        WavePhase.Overdue => "bad",
        WavePhase.Hypercare => "info",
        WavePhase.Stabilising => "ok",
        WavePhase.Closed => "done",
        _ => "off",
    };
}
