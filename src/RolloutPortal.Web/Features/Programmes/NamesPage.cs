using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A programme's lists of names.</summary>
public sealed record NamesPage(ProgrammeRow Programme, IReadOnlyList<NamesPart> Parts)
{
    /// <param name="typedId">Whose form was not accepted, empty for a new one: what was typed stands in it.</param>
    public static NamesPage Of(ProgrammeRow row, Programme programme, Guid? typedId = null, NameForm? typed = null) =>
        new(row, [.. NameKind.All.Select(kind => new NamesPart(row.ProgrammeId, kind, [.. kind.Names(programme).ById
            .OrderBy(pair => pair.Value, StringComparer.CurrentCulture).Select(pair => new NameForm(pair.Key, pair.Value, pair.Value))], typedId, typed))]);
}

/// <summary>One list of names, each in a form of its own, and an empty form for the next.</summary>
public sealed record NamesPart(Guid ProgrammeId, NameKind Kind, IReadOnlyList<NameForm> Items, Guid? TypedId, NameForm? Typed)
{
    public Guid NewId { get; } = Guid.CreateVersion7();

    public string Address => $"/programmes/{ProgrammeId}/{Kind.Key}";

    /// <summary>What stands in the field: what was typed and not accepted, else the name.</summary>
    public string? Shown(NameForm item) => item.Id == TypedId ? Typed!.Name : item.Name;

    /// <summary>What was typed for something new and not accepted.</summary>
    public NameForm? TypedNew => Typed is not null && TypedId == Guid.Empty ? Typed : null;
}
