using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes.Naming;

/// <summary>One of a programme's lists of names: its areas, its modules, its providers.</summary>
/// <param name="Key">In addresses and texts.</param>
/// <param name="Part">What has its name by days, and a page of its own; null: modules, which have one name each.</param>
public sealed record NameKind(string Key, PartKind? Part, Func<Programme, Guid, string?, Decision<ProgrammeEvent>> Add)
{
    /// <summary>All of them, as a constraint of a route.</summary>
    public const string Route = "{kind:regex(^(areas|modules|providers)$)}";

    public static IReadOnlyList<NameKind> All { get; } =
    [
        new("areas", PartKind.Area, (p, id, name) => p.AddArea(id, name)),
        new("modules", Part: null, (p, id, name) => p.AddModule(id, name)),
        new("providers", PartKind.Provider, (p, id, name) => p.AddProvider(id, name)),
    ];

    public const string Added = "added";

    public const string Renamed = "renamed";

    /// <summary>The key of the sentence that something was added or renamed; null for any other word in an address.</summary>
    public static string? Receipt(string? kind, string? done) =>
        (done is Added && All.Any(known => known.Key == kind)) || (done is Renamed && kind == "modules") ? $"{kind}.{done}" : null;

    public static NameKind Of(string key) => All.First(kind => kind.Key == key);

    /// <summary>The name of a module that the user saw is the version of this one thing: others in the list may change meanwhile.</summary>
    public static Decision<ProgrammeEvent> Overwrite(Programme programme, Guid id, NameForm form)
    {
        var decision = programme.RenameModule(id, form.Name);
        return decision.Events.Count > 0 && programme.Modules.NameOf(id) is { } now && now != form.Seen
            ? new Refusal(NameRefusals.RenamedMeanwhile, now)
            : decision;
    }
}

/// <summary>A name, for something new or instead of another.</summary>
/// <param name="Id">Of the new thing: the same form sent twice adds one.</param>
/// <param name="Seen">The name that its user saw.</param>
public sealed record NameForm(Guid Id, string? Name, string? Seen);
