using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Locations.Intake;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Tests.Locations;

public sealed class TakingLocationsIn
{
    private static readonly LocationTold Told = new("007", "Bosted Nørrebro", "Nord", 60, Side.Provider, "man-fre 8-16", null, null, Any.GoLive);

    private readonly Programme programme = Any.Programme().After(p => p.AddArea(Guid.NewGuid(), "Nord"));

    [Fact]
    public void What_is_new_is_opened_and_the_same_again_is_unchanged()
    {
        var intake = Intake();

        var (first, second) = (intake.Tell(Told), intake.Tell(Told with { Code = "007 ", Name = " Bosted Nørrebro" }));

        Assert.Equal((IntakeOutcome.New, IntakeOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal(first.LocationId, second.LocationId);
        Assert.Empty(intake.ProgrammeEvents);
        Assert.Equal("mon-fri 08:00-16:00", Assert.IsType<LocationOpened>(Assert.Single(first.Events)).OpeningHours);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public void A_change_holds_from_its_day_past_or_to_come(int days)
    {
        var opened = Location.Initial.After(l => l.Open(Any.OpenLocation(from: Any.GoLive.AddDays(-100))));
        var day = Any.GoLive.AddDays(days);

        var row = Intake((Guid.NewGuid(), opened)).Tell(Told with { Code = "007", Users = 72, From = day });

        Assert.Equal(IntakeOutcome.Changed, row.Outcome);
        Assert.Equal((60, 72, day), (row.Before!.Users, row.After!.Users, row.From));
        Assert.All(row.Events.OfType<LocationUsersCounted>(), e => Assert.Equal(day, e.From));
    }

    [Fact]
    public void Without_a_day_it_holds_from_today_at_the_location()
    {
        var row = Intake().Tell(Told with { From = null, TimeZone = "America/Nuuk" });

        Assert.Equal(Any.GoLive.AddDays(1), row.From);
    }

    [Fact]
    public void Without_a_zone_a_planned_change_of_zone_stays_planned()
    {
        var opened = Location.Initial.After(l => l.Open(Any.OpenLocation(from: Any.GoLive.AddDays(-100))));
        var planned = opened.After(l => l.Describe(opened.History!.On(Any.GoLive) with { TimeZone = "America/Nuuk" }, Any.GoLive.AddDays(60)));

        var row = Intake((Guid.NewGuid(), planned)).Tell(new("007", null, null, null, null, null, null, null, null));

        Assert.Equal((IntakeOutcome.Unchanged, "Europe/Copenhagen"), (row.Outcome, row.After!.TimeZone));
    }

    [Fact]
    public void Columns_that_the_file_has_not_leave_what_is_known()
    {
        var opened = Location.Initial.After(l => l.Open(Any.OpenLocation()));

        var row = Intake((Guid.NewGuid(), opened)).Tell(new("007", null, null, null, null, null, null, null, Any.GoLive));

        Assert.Equal(IntakeOutcome.Unchanged, row.Outcome);
    }

    [Fact]
    public void An_unknown_area_and_provider_are_added_once()
    {
        var intake = Intake();

        intake.Tell(Told with { Area = "Syd", Provider = "Omsorg A/S" });
        var second = intake.Tell(Told with { Code = "008", Area = " syd ", Provider = "omsorg a/s" });

        Assert.Equal([typeof(AreaAdded), typeof(ProviderAdded)], intake.ProgrammeEvents.Select(e => e.GetType()));
        Assert.Equal(intake.ProgrammeEvents.OfType<AreaAdded>().Single().AreaId, second.After!.AreaId);
    }

    [Fact]
    public void Every_field_that_is_wrong_is_told_at_once()
    {
        var row = Intake().Tell(new("0 7", "", null, -1, null, "når vi kan", "Mars/Olympus", null, DateOnly.MinValue));

        Assert.Equal(IntakeOutcome.Faulty, row.Outcome);
        Assert.Equal(
            [
                LocationField.Code, LocationField.Name, LocationField.Area, LocationField.Users, LocationField.Side, LocationField.OpeningHours,
                LocationField.TimeZone, LocationField.From,
            ],
            row.Faults.Select(fault => fault.Field).Order());
        Assert.Contains(row.Faults, fault => fault is { Field: LocationField.Area, Refusal.Key: NameRefusals.Missing });
    }

    [Fact]
    public void A_closed_location_is_a_fault_of_the_day()
    {
        var closed = Location.Initial.After(l => l.Open(Any.OpenLocation())).After(l => l.Close(Any.GoLive.AddDays(10)));

        var fault = Assert.Single(Intake((Guid.NewGuid(), closed)).Tell(Told with { From = Any.GoLive.AddDays(10) }).Faults);

        Assert.Equal((LocationField.From, LocationRefusals.Closed), (fault.Field, fault.Refusal.Key));
    }

    private LocationIntake Intake(params (Guid Id, Location State)[] known) =>
        new(programme, known.Select(one => KeyValuePair.Create(one.Id, one.State)), _ => Any.GoLive.AddDays(1), Guid.NewGuid);
}
