using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>The same read models as a later version of the portal has them.</summary>
public static class Later
{
    public static ReadModelSet Models => new ReadModelSet().Add<ParcelRow>().Add<Support.DepotRow>();

    public static ReadModelSet Revised => new ReadModelSet().Add<Support.ParcelRow>().Add<DepotRow>();

    /// <summary>Another shape: fewer columns, one of another type.</summary>
    public sealed record ParcelRow(Guid ParcelId, Guid DepotId, string Weight) : IReadModel<ParcelRow>
    {
        public static IEnumerable<Guid> KeysOf(object @event) => Support.ParcelRow.KeysOf(@event);

        public static ParcelRow? Fold(ParcelRow? row, object @event, Guid key) => @event switch
        {
            ParcelSent e => new(key, e.DepotId, $"{e.Weight} kg"),
            ParcelMoved e when row is not null => row with { DepotId = e.To },
            ParcelLost => null,
            _ => row,
        };
    }

    /// <summary>The same shape, another fold.</summary>
    [Revision(2)]
    public sealed record DepotRow(Guid DepotId, int Sent, int Here) : IReadModel<DepotRow>
    {
        public static IEnumerable<Guid> KeysOf(object @event) => Support.DepotRow.KeysOf(@event);

        public static DepotRow Fold(DepotRow? row, object @event, Guid key) => (row ?? new DepotRow(key, 0, 0)) with { Sent = 100 };
    }
}
