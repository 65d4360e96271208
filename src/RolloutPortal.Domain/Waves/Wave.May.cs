namespace RolloutPortal.Domain.Waves;

/// <summary>What may still be decided about a wave: a page that offers a decision asks the rule that the decision asks itself.</summary>
public sealed partial record Wave
{
    public bool MayRename => CannotRename is null;

    public bool MaySchedule => CannotSchedule is null;

    public bool MayMove => CannotMove is null;

    public bool MaySetHypercareLength => CannotSetHypercareLength is null;

    public bool MayAssign => CannotAssign is null;

    /// <summary>Some location of it has yet to.</summary>
    public bool MayGoLive => CannotAssign is null && PlannedGoLive is not null && Locations.Values.Any(liveOn => liveOn is null);

    public bool MayWithdrawGoLive => CannotWithdrawGoLive is null;

    public bool MayCloseHypercare => CannotCloseHypercare is null;

    public bool MayReopenHypercare => Settled is null && HypercareClosedOn is not null;

    public bool MayCancel => CannotCancel is null;

    private bool IsLive => Locations.Values.Any(liveOn => liveOn is not null);

    /// <summary>Why nothing more can be decided about it, if so.</summary>
    private Refusal? Settled =>
        Creation is null ? new Refusal(WaveRefusals.NotFound)
        : IsCancelled ? new Refusal(WaveRefusals.Cancelled)
        : ClosedOn is { } day ? new Refusal(WaveRefusals.Closed, day)
        : null;

    private Refusal? CannotRename =>
        Creation is null ? new Refusal(WaveRefusals.NotFound)
        : IsCancelled ? new Refusal(WaveRefusals.Cancelled)
        : null;

    private Refusal? CannotSchedule => Settled ?? (PlannedGoLive is { } planned ? new Refusal(WaveRefusals.AlreadyScheduled, planned) : null);

    private Refusal? CannotMove => Settled ?? Unscheduled ?? (IsLive ? new Refusal(WaveRefusals.AlreadyLive) : null);

    private Refusal? CannotSetHypercareLength => Settled ?? Unscheduled ?? HypercareOver;

    private Refusal? CannotAssign => Settled ?? HypercareOver;

    private Refusal? CannotWithdrawGoLive => CannotCloseHypercare;

    private Refusal? CannotCloseHypercare => Settled ?? HypercareOver ?? (IsLive ? null : new Refusal(WaveRefusals.NotLive));

    private Refusal? CannotClose =>
        Settled
        ?? (Locations.Count == 0 ? new Refusal(WaveRefusals.NoLocations) : null)
        ?? (Locations.Values.Count(liveOn => liveOn is null) is > 0 and var waiting ? new Refusal(WaveRefusals.LocationsNotLive, waiting) : null);

    private Refusal? CannotCancel => Settled ?? (IsLive ? new Refusal(WaveRefusals.AlreadyLive) : null);

    private Refusal? Unscheduled => PlannedGoLive is null ? new Refusal(WaveRefusals.NotScheduled) : null;

    private Refusal? HypercareOver => HypercareClosedOn is { } closed ? new Refusal(WaveRefusals.HypercareClosed, closed) : null;

    /// <param name="today">The latest local day at the locations.</param>
    public bool MayClose(DateOnly today) => CannotClose is null && Hypercare.IsOver(today);
}
