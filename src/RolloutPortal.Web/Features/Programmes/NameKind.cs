using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>One of a programme's lists of names: its areas, its modules, its providers.</summary>
/// <param name="Key">In addresses and texts.</param>
public sealed record NameKind(
    string Key, Func<Programme, NameList> Names, Func<Programme, Guid, string?, Decision<ProgrammeEvent>> Add,
    Func<Programme, Guid, string?, Decision<ProgrammeEvent>> Rename)
{
    /// <summary>All of them, as a constraint of a route.</summary>
    public const string Route = "{kind:regex(^(areas|modules|providers)$)}";

    public static IReadOnlyList<NameKind> All { get; } =
    [
        new("areas", p => p.Areas, (p, id, name) => p.AddArea(id, name), (p, id, name) => p.RenameArea(id, name)),
        new("modules", p => p.Modules, (p, id, name) => p.AddModule(id, name), (p, id, name) => p.RenameModule(id, name)),
        new("providers", p => p.Providers, (p, id, name) => p.AddProvider(id, name), (p, id, name) => p.RenameProvider(id, name)),
    ];

    public const string Added = "added";

    public const string Renamed = "renamed";

    /// <summary>The key of the sentence that something was added or renamed; null for any other word in an address.</summary>
    public static string? Receipt(string? kind, string? done) =>
        done is Added or Renamed && All.Any(known => known.Key == kind) ? $"{kind}.{done}" : null;

    public static NameKind Of(string key) => All.First(kind => kind.Key == key);

    /// <summary>The name that the user saw is the version of this one thing: others in the list may change meanwhile.</summary>
    public Decision<ProgrammeEvent> Overwrite(Programme programme, Guid id, NameForm form)
    {
        var decision = Rename(programme, id, form.Name);
        return decision.Events.Count > 0 && Names(programme).NameOf(id) is { } now && now != form.Seen
            ? new Refusal(NameRefusals.RenamedMeanwhile, now)
            : decision;
    }
}

/// <summary>A name, for something new or instead of another.</summary>
/// <param name="Id">Of the new thing: the same form sent twice adds one.</param>
/// <param name="Seen">The name that its user saw.</param>
public sealed record NameForm(Guid Id, string? Name, string? Seen);
