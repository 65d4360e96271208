using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A programme's lists of names.</summary>
public sealed record NamesPage(ProgrammeRow Programme, IReadOnlyList<NamesPart> Parts)
{
    public static NamesPage Of(ProgrammeRow row, Programme programme, NamesTold told) =>
        new(row, [.. NameKind.All.Select(kind => new NamesPart(
            row.ProgrammeId, kind, [.. kind.Names(programme).ById.OrderBy(pair => pair.Value, StringComparer.CurrentCulture)
                .Select(pair => new NameForm(pair.Key, pair.Value, pair.Value))],
            told.Kind == kind.Key ? told : new NamesTold(kind.Key)))]);
}

/// <summary>What became of the last form: saved, or what was typed and not accepted.</summary>
/// <param name="Kind">The list that it was about.</param>
/// <param name="Done">The key of the sentence that says what was saved.</param>
/// <param name="ItemId">Whose form was not accepted, empty for a new one.</param>
public sealed record NamesTold(string? Kind, string? Done = null, Guid? ItemId = null, NameForm? Typed = null)
{
    /// <summary>The field that a refusal is about.</summary>
    public string FieldId => $"{Kind}-{(ItemId == Guid.Empty ? "new" : ItemId.ToString())}";
}

/// <summary>One list of names, each with a form that opens, and an empty form for the next.</summary>
public sealed record NamesPart(Guid ProgrammeId, NameKind Kind, IReadOnlyList<NameForm> Items, NamesTold Told)
{
    public Guid NewId { get; } = Guid.CreateVersion7();

    public string Address => $"/programmes/{ProgrammeId}/{Kind.Key}";

    /// <summary>What was typed and not accepted stands in an open form.</summary>
    public bool IsOpen(NameForm item) => Told.Typed is not null && item.Id == Told.ItemId;

    /// <summary>What stands in the field: what was typed and not accepted, else the name.</summary>
    public string? Shown(NameForm item) => IsOpen(item) ? Told.Typed!.Name : item.Name;

    /// <summary>What was typed for something new and not accepted; else an empty form, never with an id that was sent before.</summary>
    public NameForm New => Told is { ItemId: { } id, Typed: { } typed } && id == Guid.Empty ? typed with { Id = NewId } : new NameForm(NewId, null, null);
}
