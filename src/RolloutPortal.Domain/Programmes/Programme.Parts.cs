using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Programmes;

/// <summary>Areas and providers by days: what they are called from when, and until when they are there.</summary>
/// <remarks>That no location stands in one that is closed is held by the store, at the end of each append: it is about other streams.</remarks>
public sealed partial record Programme
{
    public PartNames Parts(PartKind kind) => kind is PartKind.Area ? Areas : Providers;

    /// <summary>It is there on all days, so its name is free on all days.</summary>
    public Decision<ProgrammeEvent> Add(PartKind kind, Guid id, string? typed)
    {
        if (Founding is null) return new Refusal(ProgrammeRefusals.NotFound);
        if (Names.Check(typed, out var name) is { } refusal) return refusal;
        if (Parts(kind).Of(id) is { } known) return known.Names.Changes.Values.First() == name ? Decision<ProgrammeEvent>.Nothing : new Refusal(CommonRefusals.IdTaken);
        if (!Parts(kind).IsFree(id, NameDays.Of(name))) return new Refusal(NameTaken(kind), name);

        return kind is PartKind.Area ? new AreaAdded(Founding.ProgrammeId, id, name) : new ProviderAdded(Founding.ProgrammeId, id, name);
    }

    /// <summary>So it is called from this day, past, today or to come, until the next day for which another name is known.</summary>
    /// <param name="from">Null: its first name was misspelt, and is this one all along.</param>
    public Decision<ProgrammeEvent> Rename(PartKind kind, Guid id, string? typed, DateOnly? from)
    {
        if (Found(kind, id, from, out var days) is { } missing) return missing;
        if (Names.Check(typed, out var name) is { } refusal) return refusal;
        if (days.On(from ?? NameDays.Always) == name) return Decision<ProgrammeEvent>.Nothing;
        if (days.ClosedFrom is { } closed && closed <= from) return new Refusal(PartRefusals.Closed, closed);
        if (!Parts(kind).IsFree(id, days.Called(name, from))) return new Refusal(NameTaken(kind), name);

        return kind is PartKind.Area ? new AreaRenamed(Founding!.ProgrammeId, id, name, from) : new ProviderRenamed(Founding!.ProgrammeId, id, name, from);
    }

    /// <summary>What was said for this day is taken back: what was planned, or told by mistake.</summary>
    public Decision<ProgrammeEvent> WithdrawName(PartKind kind, Guid id, DateOnly from)
    {
        if (Found(kind, id, from, out var days) is { } missing) return missing;
        if (!days.Names.ChangesOn(from)) return Decision<ProgrammeEvent>.Nothing;
        var before = days.Without(from);
        if (!Parts(kind).IsFree(id, before)) return new Refusal(NameTaken(kind), before.On(from));

        return kind is PartKind.Area ? new AreaRenamingWithdrawn(Founding!.ProgrammeId, id, from) : new ProviderRenamingWithdrawn(Founding!.ProgrammeId, id, from);
    }

    /// <summary>From a day that may be past, today or to come; names planned for later days are taken back first.</summary>
    /// <param name="from">The first day without it.</param>
    public Decision<ProgrammeEvent> Close(PartKind kind, Guid id, DateOnly from)
    {
        if (Found(kind, id, from, out var days) is { } missing) return missing;
        if (days.ClosedFrom is { } closed) return closed == from ? Decision<ProgrammeEvent>.Nothing : new Refusal(PartRefusals.Closed, closed);
        if (days.Changes is [.., var last] && from <= last) return new Refusal(PartRefusals.ChangesLater, last);

        return kind is PartKind.Area ? new AreaClosed(Founding!.ProgrammeId, id, from) : new ProviderClosed(Founding!.ProgrammeId, id, from);
    }

    /// <summary>It goes on as if it had not been closed, unless another has its name by now.</summary>
    public Decision<ProgrammeEvent> Reopen(PartKind kind, Guid id)
    {
        if (Found(kind, id, from: null, out var days) is { } missing) return missing;
        if (days.ClosedFrom is not { } closed) return Decision<ProgrammeEvent>.Nothing;
        if (!Parts(kind).IsFree(id, days with { ClosedFrom = null })) return new Refusal(NameTaken(kind), days.On(closed));

        return kind is PartKind.Area ? new AreaReopened(Founding!.ProgrammeId, id) : new ProviderReopened(Founding!.ProgrammeId, id);
    }

    private Refusal? Found(PartKind kind, Guid id, DateOnly? from, out NameDays days)
    {
        days = Parts(kind).Of(id)!;
        if (days is null) return new Refusal(kind is PartKind.Area ? ProgrammeRefusals.AreaNotFound : ProgrammeRefusals.ProviderNotFound);
        return from is { } day && !Days.Hold(day) ? new Refusal(PartRefusals.FromOutOfRange, Days.Earliest, Days.Latest) : null;
    }

    private Programme ApplyPart(ProgrammeEvent @event)
    {
        if (PartChange.In(@event) is not { } change) return this;
        var parts = Parts(change.Kind);
        if (!change.IsFirst && parts.Of(change.Id) is null) return this;
        parts = parts.With(change.Id, change.Of(parts.Of(change.Id)!));
        return change.Kind is PartKind.Area ? this with { Areas = parts } : this with { Providers = parts };
    }

    private static string NameTaken(PartKind kind) => kind is PartKind.Area ? ProgrammeRefusals.AreaNameTaken : ProgrammeRefusals.ProviderNameTaken;
}
