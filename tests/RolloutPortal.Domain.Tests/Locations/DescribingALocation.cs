using FsCheck.Fluent;
using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Domain.Tests.Locations;

public sealed class DescribingALocation
{
    private static readonly LocationDescription AtFirst = Any.Description(users: 60);

    private readonly Location location = Location.Initial.After(l => l.Open(Any.OpenLocation(description: AtFirst)));

    [Fact]
    public void Only_what_differs_on_that_day_is_an_event()
    {
        var later = Any.GoLive.AddDays(30);

        var decision = location.Describe(AtFirst with { Users = 72, Name = "Bosted Vesterbro" }, later);

        Assert.Equal([typeof(LocationRenamed), typeof(LocationUsersCounted)], decision.Events.Select(e => e.GetType()));
        location.Describe(AtFirst, later).IsNothing();
    }

    [Fact]
    public void Every_value_can_change()
    {
        var all = new LocationDescription("Ny", Guid.NewGuid(), 1, Side.Both, "mon 08:00-09:00", "Europe/Stockholm", Guid.NewGuid());

        var changed = location.After(l => l.Describe(all, Any.GoLive));

        Assert.Equal(all, changed.History!.On(Any.GoLive));
    }

    [Fact]
    public void A_change_holds_from_its_day_and_not_before()
    {
        var later = Any.GoLive.AddDays(30);

        var changed = location.After(l => l.Describe(AtFirst with { Users = 72 }, later));

        Assert.Equal(60, changed.History!.On(later.AddDays(-1)).Users);
        Assert.Equal(72, changed.History.On(later).Users);
        Assert.Equal(
            [(Any.GoLive, later, 60), (later, null, 72)],
            changed.History.Periods().Select(p => (p.From, p.To, p.Description.Users)));
    }

    [Fact]
    public void A_change_in_the_past_holds_until_the_next_that_was_known()
    {
        var changed = location
            .After(l => l.Describe(AtFirst with { Users = 72 }, Any.GoLive.AddDays(30)))
            .After(l => l.Describe(AtFirst with { Users = 65 }, Any.GoLive.AddDays(10)));

        Assert.Equal([60, 65, 72], changed.History!.Periods().Select(p => p.Description.Users));
    }

    [Fact]
    public void Yesterdays_file_read_again_after_todays_changes_nothing()
    {
        var (yesterday, today) = (Any.GoLive.AddDays(1), Any.GoLive.AddDays(2));
        var changed = location
            .After(l => l.Describe(AtFirst with { Users = 65 }, yesterday))
            .After(l => l.Describe(AtFirst with { Users = 72 }, today));

        changed.Describe(AtFirst with { Users = 65 }, yesterday).IsNothing();
        changed.Describe(AtFirst with { Users = 72 }, today).IsNothing();
    }

    [Fact]
    public void It_may_turn_out_to_have_been_there_earlier()
    {
        var earlier = Any.GoLive.AddDays(-100);

        var changed = location.After(l => l.Describe(AtFirst with { Users = 50 }, earlier));

        Assert.Equal([(earlier, null, 50)], changed.History!.Periods().Select(p => (p.From, p.To, p.Description.Users)));
    }

    [Fact]
    public void It_must_be_open_and_make_sense()
    {
        Location.Initial.Describe(AtFirst, Any.GoLive).IsRefused(LocationRefusals.NotFound);
        location.Describe(AtFirst with { Users = -1 }, Any.GoLive).IsRefused(LocationRefusals.UsersOutOfRange);
        location.Describe(AtFirst, DateOnly.MinValue).IsRefused(LocationRefusals.FromOutOfRange);
    }

    [Fact]
    public void Whatever_is_said_in_whatever_order_each_holds_on_its_day_and_periods_have_no_gaps() =>
        Laws.Hold(
            (from day in Laws.Days() from users in Gen.Choose(0, 5) select (day, users)).ListOf(),
            said =>
            {
                var told = location;
                foreach (var (day, users) in said)
                {
                    told = told.After(l => l.Describe(AtFirst with { Users = users }, day));
                    Assert.Equal(users, told.History!.On(day).Users);
                    told.Describe(AtFirst with { Users = users }, day).IsNothing();
                }

                var periods = told.History!.Periods();
                Assert.Equal(periods.Skip(1).Select(p => (DateOnly?)p.From).Append(null), periods.Select(p => p.To));
                Assert.All(periods, p => Assert.Equal(p.Description, told.History.On(p.From)));
                Assert.All(periods.Zip(periods.Skip(1)), p => Assert.NotEqual(p.First.Description, p.Second.Description));
            });
}
