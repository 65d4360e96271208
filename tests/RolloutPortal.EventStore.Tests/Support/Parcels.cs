using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>Something with a history, for a store that has never heard of a wave.</summary>
public abstract record ParcelEvent(Guid ParcelId);

public sealed record ParcelSent(Guid ParcelId, Guid DepotId, Size Size, decimal Weight, DateTimeOffset SentAt) : ParcelEvent(ParcelId);

public sealed record ParcelMoved(Guid ParcelId, Guid From, Guid To) : ParcelEvent(ParcelId);

public sealed record ParcelLabelled(Guid ParcelId, string?[] Labels, Guid[] Readers) : ParcelEvent(ParcelId);

public sealed record ParcelDelivered(Guid ParcelId, DateOnly Day, double Hours) : ParcelEvent(ParcelId);

public sealed record ParcelLost(Guid ParcelId) : ParcelEvent(ParcelId);

/// <summary>No fold survives it.</summary>
public sealed record ParcelExploded(Guid ParcelId) : ParcelEvent(ParcelId);

public enum Size
{
    Small,
    Large,
}

/// <summary>Every kind of column.</summary>
[Index(nameof(DepotId), "-" + nameof(SentAt)), Index(nameof(Delivered), Where = "delivered is not null")]
public sealed record ParcelRow(
    Guid ParcelId, Guid DepotId, Size Size, decimal Weight, DateTimeOffset SentAt, DateOnly? Delivered, string?[] Labels, Guid[] Readers)
    : IReadModel<ParcelRow>
{
    public int Moves { get; init; }

    public long? Grams { get; init; }

    public double? Hours { get; init; }

    public bool? IsHeavy { get; init; }

    public Size? Last { get; init; }

    public string? Note { get; init; }

    public IEnumerable<string> Topics => [$"depot/{DepotId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is ParcelEvent e ? [e.ParcelId] : [];

    public static ParcelRow? Fold(ParcelRow? row, object @event, Guid key) => @event switch
    {
        ParcelSent e => new(key, e.DepotId, e.Size, e.Weight, e.SentAt, null, [], []) { Grams = (long)(e.Weight * 1000), IsHeavy = e.Weight > 10 },
        ParcelMoved e when row is not null => row with { DepotId = e.To, Moves = row.Moves + 1, Last = row.Size },
        ParcelLabelled e when row is not null => row with { Labels = e.Labels, Readers = e.Readers, Note = string.Concat(e.Labels) },
        ParcelDelivered e when row is not null => row with { Delivered = e.Day, Hours = e.Hours },
        ParcelLost => null,
        ParcelExploded => throw new InvalidOperationException("Boom."),
        _ => row,
    };
}

/// <summary>Two rows of it hear of one event.</summary>
public sealed record DepotRow(Guid DepotId, int Sent, int Here) : IReadModel<DepotRow>
{
    public static IReadOnlyList<Type> Events => [typeof(ParcelSent), typeof(ParcelMoved)];

    public IEnumerable<string> Topics => ["depots"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        ParcelSent e => [e.DepotId],
        ParcelMoved e => [e.From, e.To],
        _ => [],
    };

    public static DepotRow Fold(DepotRow? row, object @event, Guid key)
    {
        row ??= new DepotRow(key, 0, 0);
        return @event switch
        {
            ParcelSent => row with { Sent = row.Sent + 1, Here = row.Here + 1 },
            ParcelMoved e => row with { Here = row.Here + (e.To == key ? 1 : 0) - (e.From == key ? 1 : 0) },
            _ => row,
        };
    }
}
