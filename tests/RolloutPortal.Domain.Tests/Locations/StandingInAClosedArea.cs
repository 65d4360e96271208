using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Locations.Intake;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Tests.Locations;

public sealed class StandingInAClosedArea
{
    private static readonly DateOnly March = new(2022, 3, 1);

    private readonly Guid north = Guid.NewGuid();
    private readonly Guid south = Guid.NewGuid();
    private readonly Programme programme;
    private readonly Location location;

    public StandingInAClosedArea()
    {
        programme = Any.Programme().After(p => p.AddArea(north, "Nord")).After(p => p.AddArea(south, "Syd")).After(p => p.Close(PartKind.Area, north, March));
        var open = Any.OpenLocation(from: March.AddDays(-100));
        location = Location.Initial.After(l => l.Open(open with { Description = open.Description with { AreaId = north } }));
    }

    [Fact]
    public void It_stands_there_as_long_as_it_is_neither_moved_nor_closed_by_then()
    {
        Assert.Equal(LocationRefusals.AreaClosed, Check(location)!.Key);
        Assert.Null(Check(Moved(March)));
        Assert.NotNull(Check(Moved(March.AddDays(1))));
        Assert.Null(Check(location.After(l => l.Close(March))));
        Assert.NotNull(Check(location.After(l => l.Close(March.AddDays(1)))));
    }

    [Fact]
    public void A_move_taken_back_puts_it_there_again() =>
        Assert.Equal(LocationRefusals.AreaClosed, Check(Moved(March).After(l => l.Withdraw(March)))!.Key);

    [Theory]
    [InlineData("Nord", -1, "location.area-closed")]
    [InlineData("Nord", 0, "location.area-closed")]
    [InlineData("Syd", 0, null)]
    [InlineData("Gammel", 10, "part.called-otherwise")]
    [InlineData("Øst", 0, null)]
    public void A_file_finds_areas_by_the_name_of_the_rows_day(string area, int days, string? fault)
    {
        var known = programme.After(p => p.AddArea(Guid.NewGuid(), "Gammel")).After(p => p.RenameArea(p.Areas.IdOf("Gammel", March)!.Value, "Ny", March));
        var intake = new LocationIntake(known, [], _ => March, Guid.NewGuid);

        var row = intake.Tell(new("007", "Bosted", area, 10, Side.Provider, null, null, null, March.AddDays(days)));

        Assert.Equal(fault, row.Faults is [var first, ..] ? first.Refusal.Key : null);
        Assert.All(row.Faults, one => Assert.Equal(LocationField.Area, one.Field));
        Assert.Equal(area == "Øst" ? 1 : 0, intake.ProgrammeEvents.Count);
    }

    private Refusal? Check(Location state) => LocationGround.Check(programme, state.History);

    private Location Moved(DateOnly day) => location.After(l => l.Describe(l.History!.On(day) with { AreaId = south }, day));
}
