using RolloutPortal.Domain.Employees;
using static RolloutPortal.Domain.Tests.Employees.Staff;

namespace RolloutPortal.Domain.Tests.Employees;

/// <summary>Somebody has a place, and a file names another alone: did they move, or do they work at both?</summary>
public sealed class MovingInAFile
{
    [Fact]
    public void Unless_somebody_says_so_nobody_has_left_and_the_line_tells_where_else_they_are()
    {
        var there = Period(North);
        var plan = Compare([Person(there)], Line(2, location: South, from: Day(3)));

        Assert.Equal([there], Assert.Single(plan.Lines).Beside);
        Assert.Equal([there.To, null], Assert.Single(plan.Steps).After.Periods.Select(period => period.To));
    }

    [Fact]
    public void Whoever_has_left_ends_on_the_day_before_and_the_new_place_follows_the_old_one()
    {
        var there = Period(North);
        var step = Assert.Single(CompareMoved([Person(there)], Line(2, location: South, from: Day(3))).Steps);

        Assert.Equal(there with { To = Day(2, 28) }, step.After.Periods.Single(period => period.LocationId == North));
        Assert.Equal(there.PeriodId, step.After.Periods.Single(period => period.LocationId == South).Follows);
    }

    [Fact]
    public void Another_role_at_the_same_place_is_asked_about_too()
    {
        var step = Assert.Single(CompareMoved([Person(Period(North))], Line(2, role: "Teamleder", from: Day(3))).Steps);

        Assert.Equal([Day(2, 28), null], step.After.Periods.OrderBy(period => period.From).Select(period => period.To));
    }

    [Fact]
    public void A_place_that_the_file_names_as_well_is_kept_whatever_the_answer()
    {
        var plan = CompareMoved([Person(Period(North))], Line(2), Line(3, location: South, from: Day(3)));

        Assert.All(plan.Lines, line => Assert.Empty(line.Beside));
        Assert.All(Assert.Single(plan.Steps).After.Periods, period => Assert.Null(period.To));
    }

    [Fact]
    public void A_shorter_stay_elsewhere_an_earlier_beginning_and_days_that_are_over_are_no_moves()
    {
        Assert.Empty(Assert.Single(Compare([Person(Period(North))], Line(2, location: South, from: Day(3), to: Day(5))).Lines).Beside);
        Assert.Empty(Assert.Single(Compare([Person(Period(North, from: Day(4)))], Line(2, location: South, from: Day(3))).Lines).Beside);
        Assert.Empty(Assert.Single(Compare([Person(Period(North, to: Day(2)))], Line(2, location: South, from: Day(3))).Lines).Beside);
    }

    [Fact]
    public void Of_several_lines_the_first_is_the_move_and_several_places_are_left_together()
    {
        var third = Guid.NewGuid();
        var several = Assert.Single(CompareMoved([Person(Period(North))], Line(2, location: South, from: Day(5)), Line(3, location: third, from: Day(3))).Steps);
        Assert.Equal(Day(2, 28), several.After.Periods.Single(period => period.LocationId == North).To);

        var together = CompareMoved([Person(Period(North), Period(North, role: "Vikar"))], Line(2, location: South, from: Day(3)));
        Assert.Equal(2, Assert.Single(together.Lines).Beside.Count);
        Assert.Equal([Day(2, 28), Day(2, 28), null], Assert.Single(together.Steps).After.Periods.OrderByDescending(period => period.To.HasValue).Select(period => period.To));
        Assert.All(together.Steps[0].After.Periods, period => Assert.Null(period.Follows));
    }

    [Fact]
    public void The_same_file_again_asks_nothing_and_changes_nothing()
    {
        EmployeeLine[] lines = [Line(2, location: South, from: Day(3))];
        foreach (var answer in Enum.GetValues<OtherPlaces>())
        {
            var after = EmployeeComparison.Of([Person(Period(North))], lines, Guid.NewGuid, answer).Steps.Select(step => step.After);
            var again = Compare(after, lines);
            Assert.Empty(again.Steps);
            Assert.Empty(Assert.Single(again.Lines).Beside);
        }
    }

    [Fact]
    public void Thousands_of_lines_of_one_person_are_compared_at_once()
    {
        EmployeeLine[] lines = [.. Enumerable.Range(0, 20_000).Select(i => Line(i, location: South, from: Day(1).AddDays(2 * i), to: Day(1).AddDays((2 * i) + 1)))];
        EmployeePeriod[] places = [.. Enumerable.Range(0, 20_000).Select(i => Period(North, from: Day(1).AddDays((2 * i) - 1), to: Day(1).AddDays(2 * i)))];

        Assert.Equal(40_000, Assert.Single(CompareMoved([Person(places)], lines).Steps).After.Periods.Count);
    }
}
