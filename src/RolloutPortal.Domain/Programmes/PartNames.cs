using System.Collections.Immutable;

namespace RolloutPortal.Domain.Programmes;

/// <summary>What locations stand in, or are run by: it has a name by days.</summary>
public enum PartKind
{
    Area,
    Provider,
}

/// <summary>Areas, or providers, by id: on no day do two that are there share a name.</summary>
public sealed record PartNames(ImmutableDictionary<Guid, NameDays> ById)
{
    public static PartNames Empty { get; } = new(ImmutableDictionary<Guid, NameDays>.Empty);

    public NameDays? Of(Guid? id) => id is { } one ? ById.GetValueOrDefault(one) : null;

    /// <summary>The one that is there on a day under this name.</summary>
    public Guid? IdOf(string name, DateOnly day) => Find(days => days.IsThere(day) && Naming.Names.Comparer.Equals(days.On(day), name));

    /// <summary>The only one that is there on a day under a name that reads the same; null: none, or several.</summary>
    public Guid? Alike(string name, DateOnly day) =>
        ById.Where(pair => pair.Value.IsThere(day) && Naming.Names.AreAlike(pair.Value.On(day), name)).Select(pair => pair.Key).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The one that has the name on some other day, or had it before it was closed.</summary>
    public NameDays? Ever(string name) => Of(Find(days => days.Names.Changes.Values.Any(known => Naming.Names.Comparer.Equals(known, name))));

    /// <summary>Whether no other has one of its names on the same day.</summary>
    public bool IsFree(Guid id, NameDays wanted) => ById.All(pair => pair.Key == id || !pair.Value.Meets(wanted));

    public PartNames With(Guid id, NameDays days) => new(ById.SetItem(id, days));

    private Guid? Find(Func<NameDays, bool> isIt)
    {
        foreach (var (id, days) in ById)
            if (isIt(days)) return id;

        return null;
    }
}
