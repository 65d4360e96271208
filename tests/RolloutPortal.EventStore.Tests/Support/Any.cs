using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>Data that a test does not care about.</summary>
public static class Any
{
    public static Guid Depot { get; } = Guid.Parse("00000000-0000-0000-0000-0000000000d1");

    public static Guid OtherDepot { get; } = Guid.Parse("00000000-0000-0000-0000-0000000000d2");

    public static Guid Id() => Guid.CreateVersion7();

    public static ParcelSent Sent(Guid id) => new(id, Depot, Size.Large, 2.5m, TestStore.Noon);

    public static ParcelMoved Moved(Guid id) => new(id, Depot, OtherDepot);

    public static Append Append(Guid id, long expected, params object[] events) => new(id, "parcel", expected, events);

    public static Append Sending(Guid id) => Append(id, 0, Sent(id));
}
