namespace RolloutPortal.EventStore.ReadModels;

/// <summary>A row folded from events: its writable properties are the columns of a plain table, the first is the key.</summary>
/// <remarks>Columns may be <see cref="Guid"/>, <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>,
/// <see cref="double"/>, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, an enum (stored as text),
/// or an array of ids, texts, whole numbers or days; nullable where the column may be null. The table is the type's name in snake case.</remarks>
public interface IReadModel<TSelf> where TSelf : class, IReadModel<TSelf>
{
    /// <summary>The rows that this event may touch: none, one or many.</summary>
    static abstract IEnumerable<Guid> KeysOf(object @event);

    /// <summary>Pure. The row as it stands after the event; null removes it.</summary>
    /// <param name="row">Null when there is none yet.</param>
    /// <param name="key">One of the keys that <see cref="KeysOf"/> named.</param>
    static abstract TSelf? Fold(TSelf? row, object @event, Guid key);

    /// <summary>The only event types that the fold looks at: a rebuild reads no others. Empty: all.</summary>
    static virtual IReadOnlyList<Type> Events => [];

    /// <summary>What people who watch this row are watching. Asked before and after each fold.</summary>
    IEnumerable<string> Topics => [];
}

/// <summary>An index on the table of a read model. The key has one already.</summary>
/// <param name="columns">Property names, in order; a leading minus means descending.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IndexAttribute(params string[] columns) : Attribute
{
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>A condition in SQL over column names, for an index on few of the rows.</summary>
    public string? Where { get; init; }
}

/// <summary>Raised by hand when a fold changes and the record does not: the table is then built anew.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RevisionAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}

/// <summary>A table of this process has another shape than the one that is live: a newer process took over.</summary>
public sealed class ShapeChangedException(string table)
    : Exception($"The read table {table} was taken over by a newer version of the portal; this process may no longer write.");

/// <summary>The table is being built and has not been swapped in yet.</summary>
public sealed class ReadModelBuildingException(string table) : Exception($"The read table {table} is being built.")
{
    public string Table { get; } = table;
}
