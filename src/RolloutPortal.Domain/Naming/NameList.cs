using System.Collections.Immutable;

namespace RolloutPortal.Domain.Naming;

/// <summary>Things by id, each with a name that no other in the list has.</summary>
public sealed record NameList(ImmutableDictionary<Guid, string> ById)
{
    public static NameList Empty { get; } = new(ImmutableDictionary<Guid, string>.Empty);

    public string? NameOf(Guid id) => ById.GetValueOrDefault(id);

    public Guid? IdOf(string name)
    {
        foreach (var (id, known) in ById)
            if (Names.Comparer.Equals(known, name)) return id;

        return null;
    }

    public NameList With(Guid id, string name) => new(ById.SetItem(id, name));
}
