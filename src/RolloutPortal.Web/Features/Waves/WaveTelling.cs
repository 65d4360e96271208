using System.Globalization;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>What an event of a wave says to a reader: the key of its sentence, what fills it, and what stands elsewhere.</summary>
/// <param name="LocationId">The location that it is about, if it is about one.</param>
public sealed record WaveTelling(string Key, object[] Values, Guid? LocationId, Guid? TextId, string? Tone)
{
    /// <summary>Nothing else that happens to a wave has it.</summary>
    public const string CancelledTone = "off";

    public static WaveTelling Of(object @event) => @event switch
    {
        WaveCreated e => Plain(@event, e.Name),
        WaveRenamed e => Plain(@event, e.Name),
        WaveScheduled e => Plain(@event, WeekHtml.Written(e.GoLive), e.HypercareWeeks),
        WaveMoved e => Moved(@event, e.From, e.To, e.ExtraCost) with { TextId = e.ReasonTextId },
        LocationGoLiveMoved e => Moved(@event, e.From, e.To, e.ExtraCost) with { TextId = e.ReasonTextId, LocationId = e.LocationId },
        ExpectedDipAgreed e => Plain(@event, e.Depth.ToString("P0", CultureInfo.CurrentCulture), e.Weeks),
        GoLiveAnnounced e => Plain(@event, WeekHtml.Written(e.GoLive), e.AccountIds.Length),
        HypercareLengthSet e => Plain(@event, e.Weeks),
        LocationAssigned e => Plain(@event) with { LocationId = e.LocationId },
        LocationUnassigned e => Plain(@event) with { LocationId = e.LocationId },
        LocationWentLive e => Plain(@event, WeekHtml.Written(e.On)) with { LocationId = e.LocationId, Tone = "info" },
        GoLiveInherited e => Plain(@event, WeekHtml.Written(e.On)) with { LocationId = e.LocationId },
        GoLiveWithdrawn e => Plain(@event) with { LocationId = e.LocationId, TextId = e.ReasonTextId, Tone = "bad" },
        HypercareClosed e => Plain(@event, WeekHtml.Written(e.On.AddDays(-1))) with { Tone = "ok" },
        HypercareReopened e => Plain(@event) with { TextId = e.ReasonTextId, Tone = "warn" },
        WaveClosed e => Plain(@event, WeekHtml.Written(e.On)) with { Tone = "done" },
        WaveCancelled e => Plain(@event) with { TextId = e.ReasonTextId, Tone = CancelledTone },
        _ => Plain(@event),
    };

    /// <summary>Tells the same, but for the location: said once for all of them.</summary>
    public bool IsSaidTogether(WaveTelling other) =>
        LocationId is not null && Key == other.Key && TextId == other.TextId && Values.SequenceEqual(other.Values);

    private static WaveTelling Moved(object @event, DateOnly from, DateOnly to, decimal? extraCost)
    {
        var telling = Plain(@event, WeekHtml.Written(from), WeekHtml.Written(to), extraCost?.ToString("N0", CultureInfo.CurrentCulture) ?? "") with { Tone = "warn" };
        return extraCost is null ? telling : telling with { Key = $"{telling.Key}.cost" };
    }

    private static WaveTelling Plain(object @event, params object[] values) => new($"history.{@event.GetType().Name}", values, null, null, null);
}
