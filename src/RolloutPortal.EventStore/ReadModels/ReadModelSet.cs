namespace RolloutPortal.EventStore.ReadModels;

/// <summary>All read models of a process, and the views that join them.</summary>
public sealed class ReadModelSet
{
    private readonly List<ReadTable> tables = [];
    private readonly List<ReadView> views = [];
    private readonly List<FollowUp> followUps = [];

    public IReadOnlyList<ReadTable> Tables => tables;

    public IReadOnlyList<ReadView> Views => views;

    public IReadOnlyList<FollowUp> FollowUps => followUps;

    public ReadModelSet Add<T>() where T : class, IReadModel<T>
    {
        tables.Add(new ReadTable<T>());
        return this;
    }

    /// <summary>Finds every read model and nothing else in a list of types.</summary>
    public ReadModelSet Add(IEnumerable<Type> types)
    {
        foreach (var type in types.Where(IsReadModel).OrderBy(type => type.Name, StringComparer.Ordinal))
            tables.Add((ReadTable)Activator.CreateInstance(typeof(ReadTable<>).MakeGenericType(type))!);
        return this;
    }

    /// <summary>Views are created in the order in which they are added.</summary>
    public ReadModelSet AddView(string name, string select)
    {
        views.Add(new ReadView(name, select));
        return this;
    }

    public ReadModelSet Add(FollowUp followUp)
    {
        followUps.Add(followUp);
        return this;
    }

    public ReadTable<T> Of<T>() where T : class, IReadModel<T> =>
        (ReadTable<T>?)tables.Find(table => table is ReadTable<T>) ?? throw new InvalidOperationException($"{typeof(T).Name} is not a registered read model.");

    /// <returns>Null when no table has this name.</returns>
    public ReadTable? Named(string name) => tables.Find(table => table.Name == name);

    private static bool IsReadModel(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadModel<>) && i.GenericTypeArguments[0] == type);
}

/// <summary>What joins read tables is a view; it is made again whenever a table under it is swapped.</summary>
/// <param name="Select">The select statement, without a schema in it.</param>
public sealed record ReadView(string Name, string Select);

/// <summary>A statement at the end of each append's transaction, for rows made of the log and the texts beside it: no fold sees a text.</summary>
/// <remarks>It sees everything that the append wrote. Where it fails nothing is appended.</remarks>
/// <param name="StreamType">For streams of this type.</param>
/// <param name="Sql">$1: the ids of those that were appended to.</param>
public sealed record FollowUp(string StreamType, string Sql);
