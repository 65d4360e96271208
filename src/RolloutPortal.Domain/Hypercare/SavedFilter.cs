using System.Collections.Immutable;

namespace RolloutPortal.Domain.Hypercare;

/// <summary>A filter that somebody keeps: whose it is, whether others are offered it, and whose list opens with it.</summary>
public sealed record SavedFilter(bool IsThere, Guid ProgrammeId, Guid OwnerId, bool IsShared, ImmutableHashSet<Guid> DefaultOf)
    : IState<SavedFilter, SavedFilterEvent>
{
    /// <summary>Of one person in one programme: more would be a list to search in (here).</summary>
    public const int Most = 20;

    /// <summary>How often it was renamed, shared or made its owner's alone: what a form that changes it carries. Who opens with it makes no form stale.</summary>
    public int Edition { get; init; }

    public static SavedFilter Initial { get; } = new(IsThere: false, Guid.Empty, Guid.Empty, IsShared: false, []);

    /// <param name="kept">How many the person has there already.</param>
    /// <remarks>The same form sent twice is nothing to do; another's id answers as not found.</remarks>
    public Decision<SavedFilterEvent> Save(Guid id, Guid programmeId, Guid ownerId, bool shared, int kept)
    {
        if (OwnerId != Guid.Empty)
            return IsThere && OwnerId == ownerId && ProgrammeId == programmeId ? Decision<SavedFilterEvent>.Nothing : new Refusal(SavedFilterRefusals.NotFound);
        if (kept >= Most) return new Refusal(SavedFilterRefusals.TooMany, Most);
        var saved = new FilterSaved(id, programmeId, ownerId);
        return shared ? new SavedFilterEvent[] { saved, new FilterShared(id) } : saved;
    }

    /// <param name="renamed">Its name is another than the one that stands beside the log.</param>
    /// <param name="seen">The edition that was changed; another is refused as stale, unless all of it is so already.</param>
    public Decision<SavedFilterEvent> Change(Guid id, bool renamed, bool shared, int seen)
    {
        if (!IsThere) return new Refusal(SavedFilterRefusals.NotFound);
        List<SavedFilterEvent> events = [];
        if (renamed) events.Add(new FilterRenamed(id));
        if (shared != IsShared) events.Add(shared ? new FilterShared(id) : new FilterUnshared(id));
        if (events.Count > 0 && seen != Edition) return new Refusal(CommonRefusals.Stale);
        return events.ToArray();
    }

    /// <summary>One's own, or one that is shared.</summary>
    public Decision<SavedFilterEvent> MakeDefault(Guid id, Guid accountId, bool chosen)
    {
        if (!IsThere || (OwnerId != accountId && !IsShared)) return new Refusal(SavedFilterRefusals.NotFound);
        if (chosen == DefaultOf.Contains(accountId)) return Decision<SavedFilterEvent>.Nothing;
        return chosen ? new DefaultFilterChosen(id, accountId) : new DefaultFilterCleared(id, accountId);
    }

    public Decision<SavedFilterEvent> Delete(Guid id) => IsThere ? new FilterDeleted(id) : Decision<SavedFilterEvent>.Nothing;

    public SavedFilter Apply(SavedFilterEvent @event) => @event switch
    {
        FilterSaved e => this with { IsThere = true, ProgrammeId = e.ProgrammeId, OwnerId = e.OwnerId },
        FilterRenamed => this with { Edition = Edition + 1 },
        FilterShared => this with { IsShared = true, Edition = Edition + 1 },
        FilterUnshared => this with { IsShared = false, Edition = Edition + 1, DefaultOf = DefaultOf.Intersect([OwnerId]) },
        DefaultFilterChosen e => this with { DefaultOf = DefaultOf.Add(e.AccountId) },
        DefaultFilterCleared e => this with { DefaultOf = DefaultOf.Remove(e.AccountId) },
        FilterDeleted => this with { IsThere = false, IsShared = false, DefaultOf = [] },
        _ => this,
    };
}
