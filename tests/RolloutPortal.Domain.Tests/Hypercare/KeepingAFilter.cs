using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class KeepingAFilter
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly Guid Programme = Guid.CreateVersion7();
    private static readonly Guid Owner = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    [Fact]
    public void It_is_its_owners_and_shared_when_asked_for()
    {
        Assert.Equal([new FilterSaved(Id, Programme, Owner)], SavedFilter.Initial.Save(Id, Programme, Owner, shared: false, kept: 0).Events);
        Assert.Equal([new FilterSaved(Id, Programme, Owner), new FilterShared(Id)], SavedFilter.Initial.Save(Id, Programme, Owner, shared: true, kept: 0).Events);
    }

    [Fact]
    public void The_same_form_twice_is_one_filter_and_anothers_id_is_not_found()
    {
        Assert.Empty(Saved().Save(Id, Programme, Owner, shared: false, kept: 20).Events);
        Assert.Null(Saved().Save(Id, Programme, Owner, shared: false, kept: 20).Refusal);
        Assert.Equal(SavedFilterRefusals.NotFound, Saved().Save(Id, Programme, Other, shared: false, kept: 0).Refusal!.Key);
        Assert.Equal(SavedFilterRefusals.NotFound, Saved().Save(Id, Guid.NewGuid(), Owner, shared: false, kept: 0).Refusal!.Key);
    }

    [Fact]
    public void Twenty_are_enough()
    {
        Assert.Null(SavedFilter.Initial.Save(Id, Programme, Owner, shared: false, kept: 19).Refusal);
        Assert.Equal(SavedFilterRefusals.TooMany, SavedFilter.Initial.Save(Id, Programme, Owner, shared: false, kept: 20).Refusal!.Key);
    }

    [Fact]
    public void What_is_already_so_is_nothing_to_do()
    {
        Assert.Empty(Saved().Change(Id, renamed: false, shared: false, seen: 0).Events);
        Assert.Equal([new FilterRenamed(Id), new FilterShared(Id)], Saved().Change(Id, renamed: true, shared: true, seen: 0).Events);
        Assert.Equal([new FilterUnshared(Id)], Saved(new FilterShared(Id)).Change(Id, renamed: false, shared: false, seen: 1).Events);
        Assert.Empty(Saved().MakeDefault(Id, Owner, chosen: false).Events);
        Assert.Empty(Saved(new DefaultFilterChosen(Id, Owner)).MakeDefault(Id, Owner, chosen: true).Events);
    }

    [Fact]
    public void What_somebody_else_has_changed_meanwhile_is_told_and_who_opens_with_it_is_no_change()
    {
        var renamed = Saved(new FilterShared(Id), new FilterRenamed(Id), new DefaultFilterChosen(Id, Other));

        Assert.Equal(2, renamed.Edition);
        Assert.Equal(CommonRefusals.Stale, renamed.Change(Id, renamed: true, shared: true, seen: 1).Refusal!.Key);
        Assert.Equal(CommonRefusals.Stale, renamed.Change(Id, renamed: false, shared: false, seen: 1).Refusal!.Key);
        Assert.Equal([new FilterRenamed(Id)], renamed.Change(Id, renamed: true, shared: true, seen: 2).Events);
        Assert.Null(renamed.Change(Id, renamed: false, shared: true, seen: 1).Refusal);
    }

    [Fact]
    public void Others_open_with_it_only_while_it_is_shared()
    {
        Assert.Equal(SavedFilterRefusals.NotFound, Saved().MakeDefault(Id, Other, chosen: true).Refusal!.Key);
        var shared = Saved(new FilterShared(Id), new DefaultFilterChosen(Id, Other), new DefaultFilterChosen(Id, Owner));

        Assert.Equal([Owner], shared.Apply(new FilterUnshared(Id)).DefaultOf);
    }

    [Fact]
    public void A_deleted_one_is_gone_for_good()
    {
        var deleted = Saved(new FilterDeleted(Id));

        Assert.Empty(deleted.Delete(Id).Events);
        Assert.Equal(SavedFilterRefusals.NotFound, deleted.Change(Id, renamed: true, shared: false, seen: 0).Refusal!.Key);
        Assert.Equal(SavedFilterRefusals.NotFound, deleted.MakeDefault(Id, Owner, chosen: true).Refusal!.Key);
        Assert.Equal(SavedFilterRefusals.NotFound, deleted.Save(Id, Programme, Owner, shared: false, kept: 0).Refusal!.Key);
    }

    private static SavedFilter Saved(params SavedFilterEvent[] then) =>
        then.Prepend(new FilterSaved(Id, Programme, Owner)).Aggregate(SavedFilter.Initial, (filter, e) => filter.Apply(e));
}
