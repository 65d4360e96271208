using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes.Naming;

/// <summary>A programme's lists of names, areas and providers as on one day.</summary>
/// <param name="Today">In the programme's zone.</param>
/// <param name="On">The day that is looked at.</param>
/// <param name="WithGone">Also those that are closed then.</param>
public sealed record NamesPage(ProgrammeRow Programme, IReadOnlyList<NamesPart> Parts, DateOnly Today, DateOnly On, bool WithGone)
{
    public static NamesPage Of(ProgrammeRow row, Programme programme, NamesTold told, DateOnly today, NamesFilter filter)
    {
        var on = filter.On is { } day && Days.Hold(day) ? day : today;
        return new(row, [.. NameKind.All.Select(kind => new NamesPart(
            row.ProgrammeId, kind,
            kind.Part is null ? [.. programme.Modules.ById.OrderBy(pair => pair.Value, StringComparer.CurrentCulture).Select(pair => new NameForm(pair.Key, pair.Value, pair.Value))] : [],
            kind.Part is { } part ? [.. Lines(programme.Parts(part), part, on, filter.WithGone)] : [],
            told.Kind == kind.Key ? told : new NamesTold(kind.Key)))], today, on, filter.WithGone);
    }

    private static IEnumerable<PartLine> Lines(PartNames names, PartKind kind, DateOnly on, bool withGone) => names.ById
        .Where(pair => withGone || pair.Value.IsThere(on))
        .Select(pair => new PartLine(kind, pair.Key, pair.Value.On(on), pair.Value.ClosedFrom, pair.Value.Periods().FirstOrDefault(period => period.From > on)))
        .OrderBy(line => line.Name, StringComparer.CurrentCulture);
}

/// <summary>What the address asks the lists to show.</summary>
/// <param name="Gone"><c>1</c>: also what is closed.</param>
public sealed record NamesFilter(DateOnly? On = null, string? Gone = null)
{
    public bool WithGone => Gone is "1";
}

/// <summary>An area or a provider as on one day.</summary>
/// <param name="Next">The next name that is known, if one is.</param>
public sealed record PartLine(PartKind Kind, Guid Id, string Name, DateOnly? ClosedFrom, NamePeriod? Next)
{
    public string Address => ByDays.PartPage.AddressOf(Kind, Id);
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

/// <summary>One list of names, and an empty form for the next.</summary>
/// <param name="Items">Modules, each with a form that opens.</param>
/// <param name="Lines">Areas or providers, each with a page of its own.</param>
public sealed record NamesPart(Guid ProgrammeId, NameKind Kind, IReadOnlyList<NameForm> Items, IReadOnlyList<PartLine> Lines, NamesTold Told)
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
