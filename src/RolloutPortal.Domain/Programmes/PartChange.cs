namespace RolloutPortal.Domain.Programmes;

/// <summary>What an event says of one area or one provider: the one place where both are read alike.</summary>
/// <param name="Id">Of the area, or of the provider.</param>
/// <param name="Of">Its days after it; of none before it, where the event is its first.</param>
/// <param name="IsFirst">It is there from now on.</param>
public sealed record PartChange(PartKind Kind, Guid Id, Func<NameDays, NameDays> Of, bool IsFirst = false)
{
    /// <returns>Null: it says nothing of any.</returns>
    public static PartChange? In(object @event) => @event switch
    {
        AreaAdded e => Added(PartKind.Area, e.AreaId, e.Name),
        AreaRenamed e => new(PartKind.Area, e.AreaId, days => days.Called(e.Name, e.From)),
        AreaRenamingWithdrawn e => new(PartKind.Area, e.AreaId, days => days.Without(e.From)),
        AreaClosed e => new(PartKind.Area, e.AreaId, days => days with { ClosedFrom = e.From }),
        AreaReopened e => new(PartKind.Area, e.AreaId, days => days with { ClosedFrom = null }),
        ProviderAdded e => Added(PartKind.Provider, e.ProviderId, e.Name),
        ProviderRenamed e => new(PartKind.Provider, e.ProviderId, days => days.Called(e.Name, e.From)),
        ProviderRenamingWithdrawn e => new(PartKind.Provider, e.ProviderId, days => days.Without(e.From)),
        ProviderClosed e => new(PartKind.Provider, e.ProviderId, days => days with { ClosedFrom = e.From }),
        ProviderReopened e => new(PartKind.Provider, e.ProviderId, days => days with { ClosedFrom = null }),
        _ => null,
    };

    private static PartChange Added(PartKind kind, Guid id, string name) => new(kind, id, _ => NameDays.Of(name), IsFirst: true);
}
