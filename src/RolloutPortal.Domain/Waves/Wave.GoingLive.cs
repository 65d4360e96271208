namespace RolloutPortal.Domain.Waves;

public sealed partial record Wave
{
    /// <summary>From the first location's going live to the last day of hypercare at any of them.</summary>
    public HypercarePeriod Hypercare
    {
        get
        {
            HypercarePeriod[] periods = [.. Locations.Keys.Select(HypercareAt).Where(period => !period.IsNone)];
            return periods.Length == 0 ? HypercarePeriod.None : new(periods.Min(p => p.From), periods.Max(p => p.To));
        }
    }

    public HypercarePeriod HypercareAt(Guid locationId) =>
        Locations.GetValueOrDefault(locationId) is { } liveOn
            ? HypercarePeriod.Of(liveOn, HypercareWeeks, HypercareClosedOn)
            : HypercarePeriod.None;

    public WavePhase Phase(DateOnly day) => new WaveFacts(PlannedGoLive, Hypercare, ClosedOn, IsCancelled).Phase(day);

    /// <summary>The whole wave, as far as it is not live yet; the planned day need not be kept.</summary>
    /// <param name="today">The latest local day at the locations.</param>
    public Decision<WaveEvent> GoLive(DateOnly on, DateOnly today)
    {
        if (Settled is { } settled) return settled;
        if (Locations.Count == 0) return new Refusal(WaveRefusals.NoLocations);

        return GoLive([.. Locations.Where(location => location.Value is null).Select(location => location.Key)], on, today);
    }

    /// <summary>These locations; one that went live on another day is withdrawn first.</summary>
    /// <param name="since">The first day on which all of them are there.</param>
    public Decision<WaveEvent> GoLive(IReadOnlyCollection<Guid> locationIds, DateOnly on, DateOnly today, DateOnly since = default)
    {
        if (Settled is { } settled) return settled;
        if (PlannedGoLive is null) return new Refusal(WaveRefusals.NotScheduled);
        if (locationIds.Any(id => !Locations.ContainsKey(id))) return new Refusal(WaveRefusals.LocationNotAssigned);
        if (locationIds.Select(id => Locations[id]).FirstOrDefault(day => day is not null && day != on) is { } other)
            return new Refusal(WaveRefusals.LocationLive, other);

        WaveEvent[] events =
            [.. locationIds.Distinct().Order().Where(id => Locations[id] is null).Select(id => new LocationWentLive(Id, id, on))];
        if (events.Length == 0) return Decision<WaveEvent>.Nothing;
        if (CannotAssign is { } cannot) return cannot;
        if (on > today) return new Refusal(WaveRefusals.GoLiveInFuture);
        if (on < since) return new Refusal(WaveRefusals.GoLiveBeforeLocation, since);
        return OutOfRange(on) is { } refusal ? refusal : events;
    }

    /// <summary>A wrong go-live is put right while hypercare runs (decisions.md 21).</summary>
    public Decision<WaveEvent> WithdrawGoLive(Guid locationId, Guid reasonTextId)
    {
        if (Settled is { } settled) return settled;
        if (!Locations.TryGetValue(locationId, out var liveOn)) return new Refusal(WaveRefusals.LocationNotAssigned);
        if (liveOn is null) return Decision<WaveEvent>.Nothing;
        if ((CannotWithdrawGoLive ?? Missing(reasonTextId)) is { } refusal) return refusal;

        return new GoLiveWithdrawn(Id, locationId, reasonTextId);
    }

    /// <param name="on">The first day without hypercare.</param>
    public Decision<WaveEvent> CloseHypercare(DateOnly on, DateOnly today)
    {
        if (Settled is { } settled) return settled;
        if (HypercareClosedOn == on) return Decision<WaveEvent>.Nothing;
        if (CannotCloseHypercare is { } cannot) return cannot;
        if (Locations.Values.Max() is { } lastLive && on < lastLive) return new Refusal(WaveRefusals.HypercareBeforeGoLive, lastLive);
        if (on > today) return new Refusal(WaveRefusals.CloseInFuture);

        return new HypercareClosed(Id, on);
    }

    /// <summary>Closed too soon: it goes on as if it had not been; domain.md §5 has re-entry within 14 days.</summary>
    public Decision<WaveEvent> ReopenHypercare(Guid reasonTextId)
    {
        if (Settled is { } settled) return settled;
        if (HypercareClosedOn is null) return Decision<WaveEvent>.Nothing;
        if (Missing(reasonTextId) is { } refusal) return refusal;

        return new HypercareReopened(Id, reasonTextId);
    }

    /// <summary>All of it is live and out of hypercare: operations take over.</summary>
    public Decision<WaveEvent> Close(DateOnly on, DateOnly today)
    {
        if (ClosedOn == on) return Decision<WaveEvent>.Nothing;
        if (Settled is { } settled) return settled;
        if (CannotClose is { } cannot) return cannot;
        if (!Hypercare.IsOver(on)) return new Refusal(WaveRefusals.HypercareNotOver, Hypercare.To);
        if (on > today) return new Refusal(WaveRefusals.CloseInFuture);

        return new WaveClosed(Id, on);
    }
}
