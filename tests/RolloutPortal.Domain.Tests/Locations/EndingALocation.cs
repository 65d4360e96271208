using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Domain.Tests.Locations;

public sealed class EndingALocation
{
    private static readonly DateOnly Today = Any.GoLive.AddDays(10);
    private static readonly DateOnly Later = Any.GoLive.AddDays(30);
    private static readonly LocationDescription AtFirst = Any.Description(users: 60);

    private readonly Location location = Location.Initial.After(l => l.Open(Any.OpenLocation(description: AtFirst)));

    [Fact]
    public void Closed_from_a_day_it_is_there_until_the_day_before()
    {
        var closed = location.After(l => l.Close(Later)).History!;

        Assert.Equal((true, true, false), (closed.IsThere(Any.GoLive), closed.IsThere(Later.AddDays(-1)), closed.IsThere(Later)));
        Assert.Equal([(Any.GoLive, (DateOnly?)Later)], closed.Periods().Select(p => (p.From, p.To)));
        location.After(l => l.Close(Later)).Close(Later).IsNothing();
    }

    [Fact]
    public void It_closes_after_its_first_day_and_after_its_last_change()
    {
        var changing = location.After(l => l.Describe(AtFirst with { Users = 72 }, Later));

        location.Close(Any.GoLive).IsRefused(LocationRefusals.ClosedBeforeOpened, Any.GoLive);
        changing.Close(Later).IsRefused(LocationRefusals.ChangesLater, Later);
        changing.Close(Later.AddDays(1)).Only();
        Location.Initial.Close(Later).IsRefused(LocationRefusals.NotFound);
    }

    [Fact]
    public void From_its_closing_on_nothing_can_be_said_of_it()
    {
        var closed = location.After(l => l.Close(Later));

        closed.Describe(AtFirst with { Users = 5 }, Later).IsRefused(LocationRefusals.Closed, Later);
        Assert.Equal(5, closed.After(l => l.Describe(AtFirst with { Users = 5 }, Later.AddDays(-1))).History!.On(Later).Users);
        closed.Close(Later.AddDays(1)).IsRefused(LocationRefusals.Closed, Later);
    }

    [Fact]
    public void A_split_names_its_successors_in_their_order()
    {
        Guid[] two = [Guid.NewGuid(), Guid.NewGuid()];

        var split = location.After(l => l.Split(two, Later));

        Assert.Equal(two, split.History!.Successors);
        Assert.Equal((Later, LocationEnding.Split), (split.History.ClosedFrom, split.History.Ending));
        split.Split(two, Later).IsNothing();
        location.Split([two[0]], Later).IsRefused(LocationRefusals.SplitIntoTooFew);
        location.Split([two[0], two[0]], Later).IsRefused(LocationRefusals.SplitIntoTooFew);
    }

    [Fact]
    public void A_merger_goes_into_another()
    {
        var into = Guid.NewGuid();

        Assert.Equal([into], location.After(l => l.Merge(into, Later)).History!.Successors);
        location.Merge(location.Opening!.LocationId, Later).IsRefused(LocationRefusals.MergeIntoItself);
    }

    [Fact]
    public void A_closing_is_undone_at_any_time_a_split_until_its_day()
    {
        var split = location.After(l => l.Split([Guid.NewGuid(), Guid.NewGuid()], Later));

        Assert.True(location.After(l => l.Close(Today)).After(l => l.Reopen(Later)).History!.IsThere(Later));
        Assert.True(split.After(l => l.Reopen(Later.AddDays(-1))).History!.IsThere(Later));
        split.Reopen(Later).IsRefused(LocationRefusals.InForce, Later);
        location.Reopen(Today).IsNothing();
    }

    [Fact]
    public void What_is_not_there_yet_need_not_come()
    {
        var planned = Location.Initial.After(l => l.Open(Any.OpenLocation(from: Later)));

        var withdrawn = planned.After(l => l.WithdrawOpening(Today));

        Assert.False(withdrawn.History!.IsThere(Later));
        Assert.False(withdrawn.IsOpened);
        withdrawn.WithdrawOpening(Today).IsNothing();
        withdrawn.Describe(AtFirst, Later).IsRefused(LocationRefusals.NotFound);
        planned.WithdrawOpening(Later).IsRefused(LocationRefusals.InForce, Later);
    }

    [Fact]
    public void Whatever_is_planned_taking_it_back_restores_what_was() =>
        Laws.Hold(
            from said in (from day in Laws.Days() from users in Gen.Choose(0, 5) select (day, users)).ListOf()
            from day in Laws.Days()
            from users in Gen.Choose(6, 9)
            from name in Gen.Elements("A", "B")
            select (said, day, users, name),
            plan =>
            {
                var told = plan.said.Aggregate(location, (state, one) => state.After(l => l.Describe(AtFirst with { Users = one.users }, one.day)));
                if (plan.day <= told.History!.Start || told.History.Changes.Contains(plan.day)) return;

                var undone = told
                    .After(l => l.Describe(l.History!.On(plan.day) with { Users = plan.users, Name = plan.name }, plan.day))
                    .After(l => l.Withdraw(plan.day));

                Assert.Equal(told.History.Periods(), undone.History!.Periods());
                undone.Withdraw(plan.day).IsNothing();
            });

    [Fact]
    public void Whatever_is_said_and_taken_back_periods_neither_overlap_nor_leave_gaps() =>
        Laws.Hold(
            Attempts().ListOf(),
            said => Laws.Live<Location, LocationEvent>(
                said.Select(Attempt).Prepend(l => l.Open(Any.OpenLocation(description: AtFirst))),
                (state, _, _) =>
                {
                    var periods = state.History!.Periods();
                    Assert.Equal(periods.Skip(1).Select(p => (DateOnly?)p.From).Append(state.History.ClosedFrom), periods.Select(p => p.To));
                    Assert.All(periods, p => Assert.True(p.To is null || p.From < p.To || state.History.IsWithdrawn));
                    Assert.All(periods, p => Assert.Equal(p.Description, state.History.On(p.From)));
                }));

    private static Gen<(DateOnly Day, int What, int Users)> Attempts() =>
        from day in Laws.Days()
        from what in Gen.Choose(0, 5)
        from users in Gen.Choose(0, 3)
        select (day, what, users);

    private static Func<Location, Decision<LocationEvent>> Attempt((DateOnly Day, int What, int Users) one) => one.What switch
    {
        0 => l => l.Close(one.Day),
        1 => l => l.Reopen(Today),
        2 => l => l.Withdraw(one.Day),
        3 => l => l.Split([Guid.NewGuid(), Guid.NewGuid()], one.Day),
        _ => l => l.Describe(AtFirst with { Users = one.Users }, one.Day),
    };
}
