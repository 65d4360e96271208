using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Locations;

/// <summary>What a location stands on: on each of its days the area it lies in, and whoever runs it, are there.</summary>
public static class LocationGround
{
    /// <returns>The first that is closed too early; null where all is there. The store holds the same at the end of each append.</returns>
    public static Refusal? Check(Programme programme, LocationHistory? history)
    {
        if (history is null || history.IsWithdrawn) return null;
        foreach (var period in history.Periods())
        {
            if (Gone(PartKind.Area, programme.Areas.Of(period.Description.AreaId), period) is { } area) return area;
            if (Gone(PartKind.Provider, programme.Providers.Of(period.Description.ProviderId), period) is { } provider) return provider;
        }

        return null;
    }

    /// <param name="part">A closed one.</param>
    internal static Refusal Closed(PartKind kind, NameDays part) =>
        new(kind is PartKind.Area ? LocationRefusals.AreaClosed : LocationRefusals.ProviderClosed, part.On(part.ClosedFrom!.Value), part.ClosedFrom.Value);

    private static Refusal? Gone(PartKind kind, NameDays? part, LocationPeriod period) =>
        part?.ClosedFrom is { } closed && !(period.To <= closed) ? Closed(kind, part) : null;
}
