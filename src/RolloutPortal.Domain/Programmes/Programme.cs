using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Programmes;

/// <summary>One rollout of one system: what it is called, and its areas, modules and providers by name.</summary>
/// <remarks>What is already so is nothing to do; what is there is not added again under another name. Names are unique by kind and day.</remarks>
public sealed partial record Programme(
    ProgrammeFounded? Founding, string Name, ProgrammeDefaults? Defaults, PartNames Areas, NameList Modules, PartNames Providers)
    : IState<Programme, ProgrammeEvent>
{
    public static Programme Initial { get; } = new(Founding: null, "", Defaults: null, PartNames.Empty, NameList.Empty, PartNames.Empty);

    public Decision<ProgrammeEvent> Found(FoundProgramme command)
    {
        if (command.Check(out var founded) is { } refusal) return refusal;
        if (Founding is null) return founded;

        return founded == Founding ? Decision<ProgrammeEvent>.Nothing : new Refusal(ProgrammeRefusals.AlreadyFounded);
    }

    public Decision<ProgrammeEvent> Rename(string? typed)
    {
        if (Founding is null) return new Refusal(ProgrammeRefusals.NotFound);
        if (Names.Check(typed, out var name) is { } refusal) return refusal;

        return name == Name ? Decision<ProgrammeEvent>.Nothing : new ProgrammeRenamed(Founding.ProgrammeId, name);
    }

    public Decision<ProgrammeEvent> ChooseDefaults(ProgrammeDefaults defaults)
    {
        if (Founding is null) return new Refusal(ProgrammeRefusals.NotFound);
        if (defaults.Check() is { } refusal) return refusal;
        if (defaults == Defaults) return Decision<ProgrammeEvent>.Nothing;

        return new ProgrammeDefaultsChosen(Founding.ProgrammeId, defaults.Language, defaults.Country, defaults.TimeZone, defaults.Currency);
    }

    public Decision<ProgrammeEvent> AddArea(Guid areaId, string? name) => Add(PartKind.Area, areaId, name);

    /// <inheritdoc cref="Rename(PartKind, Guid, string, DateOnly?)"/>
    public Decision<ProgrammeEvent> RenameArea(Guid areaId, string? name, DateOnly? from = null) => Rename(PartKind.Area, areaId, name, from);

    public Decision<ProgrammeEvent> AddModule(Guid moduleId, string? name) =>
        Add(Modules, moduleId, name, ProgrammeRefusals.ModuleNameTaken, (id, clean) => new ModuleAdded(id, moduleId, clean));

    public Decision<ProgrammeEvent> RenameModule(Guid moduleId, string? name) =>
        Modules.NameOf(moduleId) is null
            ? new Refusal(ProgrammeRefusals.ModuleNotFound)
            : Call(Modules, moduleId, name, ProgrammeRefusals.ModuleNameTaken, (id, clean) => new ModuleRenamed(id, moduleId, clean));

    public Decision<ProgrammeEvent> AddProvider(Guid providerId, string? name) => Add(PartKind.Provider, providerId, name);

    public Programme Apply(ProgrammeEvent @event) => @event switch
    {
        ProgrammeFounded e => this with { Founding = e, Name = e.Name, Defaults = new(e.Language, e.Country, e.TimeZone, e.Currency) },
        ProgrammeDefaultsChosen e => this with { Defaults = new(e.Language, e.Country, e.TimeZone, e.Currency) },
        ProgrammeRenamed e => this with { Name = e.Name },
        ModuleAdded e => this with { Modules = Modules.With(e.ModuleId, e.Name) },
        ModuleRenamed e => this with { Modules = Modules.With(e.ModuleId, e.Name) },
        _ => ApplyPart(@event),
    };

    /// <summary>The same form sent twice adds one; other words under its id are not taken for a new name (decisions.md 4).</summary>
    private Decision<ProgrammeEvent> Add(NameList list, Guid id, string? typed, string taken, Func<Guid, string, ProgrammeEvent> added)
    {
        var decision = Call(list, id, typed, taken, added);
        return decision.Events.Count > 0 && list.NameOf(id) is not null ? new Refusal(CommonRefusals.IdTaken) : decision;
    }

    /// <summary>A thing may take its own name in other letters, but not another's.</summary>
    private Decision<ProgrammeEvent> Call(
        NameList list, Guid id, string? typed, string taken, Func<Guid, string, ProgrammeEvent> called)
    {
        if (Founding is null) return new Refusal(ProgrammeRefusals.NotFound);
        if (Names.Check(typed, out var name) is { } refusal) return refusal;
        if (list.NameOf(id) == name) return Decision<ProgrammeEvent>.Nothing;
        if (list.IdOf(name) is { } holder && holder != id) return new Refusal(taken, name);

        return called(Founding.ProgrammeId, name);
    }
}
