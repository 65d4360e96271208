using RolloutPortal.Web.Features.Employees.Lists;

namespace RolloutPortal.Web.Tests.Features.Employees;

public sealed class CountingOnce
{
    private static readonly Guid North = Guid.NewGuid();
    private static readonly Guid South = Guid.NewGuid();

    [Fact]
    public void Whoever_has_several_places_or_roles_is_one_of_all_and_one_at_each_place()
    {
        CountCell[] cells = [new(North, "Leder", 3), new(North, "Vikar", 4), new(South, "Leder", 2)];
        var counted = PeopleCount.Of(cells, [[North, North], [North, South], [South, North, North]]);

        Assert.Equal(9 - 1 - 1 - 2, counted.Total);
        Assert.Equal(7 - 1 - 1, counted.ByLocation[North]);
        Assert.Equal(2, counted.ByLocation[South]);
    }

    [Fact]
    public void Nobody_is_nobody() => Assert.Equal(0, PeopleCount.Of([], []).Total);
}
