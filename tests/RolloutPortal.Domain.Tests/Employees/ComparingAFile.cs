using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Employees;
using static RolloutPortal.Domain.Tests.Employees.Staff;

namespace RolloutPortal.Domain.Tests.Employees;

public sealed class ComparingAFile
{
    [Fact]
    public void Somebody_unknown_is_new()
    {
        var plan = Compare([], Line(2), Line(3, "7"));

        Assert.Empty(plan.Faults);
        Assert.Equal(2, plan.Count(LineOutcome.New));
        Assert.Equal(["007", "7"], plan.Steps.Select(step => step.After.WorkKey));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        EmployeeLine[] lines = [Line(2), Line(3, location: South), Line(4, "8", from: Day(3), to: Day(5))];
        var known = Compare([], lines).Steps.Select(step => step.After);
        var again = Compare(known, lines);

        Assert.Equal(3, again.Count(LineOutcome.Unchanged));
        Assert.Empty(again.Steps);
    }

    [Fact]
    public void Keys_and_roles_compare_without_case()
    {
        var plan = Compare([Person() with { WorkKey = "a7" }], Line(2, "A7", email: "asta@eksempel.invalid", role: "SOSU-assistent"));

        Assert.Equal(LineOutcome.Unchanged, Assert.Single(plan.Lines).Outcome);
    }

    [Fact]
    public void A_last_day_a_name_and_an_address_are_changes_with_old_and_new()
    {
        var plan = Compare([Person()], Line(2, name: "Asta Lund-Holm", email: "ny@eksempel.invalid", to: Day(6, 30)));
        var line = Assert.Single(plan.Lines);

        Assert.Equal(LineOutcome.Changed, line.Outcome);
        Assert.Equal(
            [new("name", "Asta Lund", "Asta Lund-Holm"), new("email", "asta@eksempel.invalid", "ny@eksempel.invalid"), new FieldChange("to", null, "2022-06-30")],
            line.Changes);
        Assert.Equal(Day(6, 30), Assert.Single(Assert.Single(plan.Steps).After.Periods).To);
    }

    [Fact]
    public void What_stands_in_no_line_stays_as_it_is()
    {
        var left = Period(South);
        var plan = Compare([Person(Period(), left)], Line(2, from: Day(1), to: Day(2)));

        Assert.Contains(left, Assert.Single(plan.Steps).After.Periods);
    }

    [Fact]
    public void Another_place_role_or_time_is_another_period()
    {
        var plan = Compare([], Line(2, to: Day(3, 31)), Line(3, location: South), Line(4, role: "Vikar"), Line(5, from: Day(4)));

        Assert.Empty(plan.Faults);
        Assert.Equal(4, Assert.Single(plan.Steps).After.Periods.Count);
    }

    [Fact]
    public void A_repeat_or_an_overlap_of_the_same_three_is_a_fault_of_the_later_line() => Assert.Equal(
        ["3: from: employee.line-repeated", "4: from: employee.period-overlaps", "6: from: employee.line-repeated"],
        Compare([], Line(2), Line(3), Line(4, from: Day(2)), Line(5, "8", to: Day(2)), Line(6, "8", to: Day(3))).Told());

    [Fact]
    public void So_is_an_overlap_with_what_is_known_already()
    {
        Assert.Equal(["2: from: employee.period-overlaps"], Compare([Person()], Line(2, from: Day(2))).Told());
        Assert.Empty(Compare([Person()], Line(2, from: Day(2)), Line(3, to: Day(1, 31))).Told());
        Assert.Equal(["3: from: employee.period-overlaps"], Compare([Person()], Line(2, from: Day(2)), Line(3)).Told());
    }

    [Fact]
    public void A_line_that_cannot_be_makes_no_other_one_wrong() => Assert.Equal(
        ["4: from: employee.period-overlaps"],
        Compare([], Line(2, to: Day(2)), Line(3, from: Day(6)), Line(4, from: Day(1, 15)), Line(5, from: Day(3), to: Day(4))).Told());

    [Fact]
    public void One_key_is_one_person() => Assert.Equal(
        ["3: email: employee.two-emails", "3: name: employee.two-names"],
        Compare([], Line(2), Line(3, name: "En Anden", email: "anden@eksempel.invalid", location: South)).Told().Order());

    [Fact]
    public void Two_people_may_not_share_an_address()
    {
        Assert.Equal(["3: email: employee.email-repeated"], Compare([], Line(2), Line(3, "8", email: "ASTA@eksempel.invalid")).Told());
        Assert.Equal(["2: email: employee.email-taken"], Compare([Person()], Line(2, "8", email: "asta@eksempel.invalid")).Told());
    }

    [Fact]
    public void One_day_is_a_period_and_less_is_none()
    {
        Assert.Empty(Compare([], Line(2, to: Day(1))).Told());
        Assert.Equal(["2: from: employee.from-after-to"], Compare([], Line(2, from: Day(2), to: Day(1)), Line(3)).Told());
    }

    [Fact]
    public void What_is_left_of_a_line_at_fault_is_compared_all_the_same()
    {
        var nameless = Line(2, name: "") with { IsWhole = false };
        var placeless = Line(3, name: "Anden", email: "8@eksempel.invalid") with { IsWhole = false, HasPeriod = false };

        Assert.Equal(
            ["2: from: employee.period-overlaps", "3: email: employee.two-emails", "4: name: employee.two-names"],
            Compare([Person()], nameless with { From = Day(2) }, placeless, Line(4, location: South)).Told());
        Assert.Equal([4], Compare([], nameless, placeless, Line(4, name: "Anden", location: South)).Lines.Select(line => line.Line.Line));
    }

    [Fact]
    public void Two_people_may_exchange_their_addresses()
    {
        var other = Person() with { WorkKey = "8", Email = "8@eksempel.invalid" };

        Assert.Empty(Compare([Person(), other], Line(2, email: "8@eksempel.invalid"), Line(3, "8", email: "asta@eksempel.invalid")).Faults);
    }

    [Fact]
    public void Whatever_comes_nobody_is_twice_at_one_place_in_one_role_and_a_second_time_changes_nothing() =>
        Laws.Hold(AnyLines(), lines =>
        {
            var plan = Compare([], [.. lines]);
            var sound = Compare([], [.. lines.Where(line => plan.Faults.All(fault => fault.Line != line.Line))]);
            var known = sound.Steps.Select(step => step.After).ToList();

            Assert.Empty(sound.Faults);
            Assert.All(known, person => Assert.All(Pairs(person), pair => Assert.False(pair.A.IsSamePlace(pair.B) && pair.A.Overlaps(pair.B))));
            Assert.Empty(Compare(known, [.. sound.Lines.Select(line => line.Line)]).Steps);
        });

    [Fact]
    public void Fifty_thousand_lines_about_one_person_are_no_trouble()
    {
        var first = new DateOnly(1950, 1, 1);
        var lines = Enumerable.Range(0, 50_000).Select(i => Line(i + 2, from: first.AddDays(i), to: first.AddDays(i)));

        Assert.Equal(50_000, Compare([], [.. lines]).Count(LineOutcome.New));
    }

    private static IEnumerable<(EmployeePeriod A, EmployeePeriod B)> Pairs(Employee person) =>
        from a in person.Periods from b in person.Periods where a != b select (a, b);

    private static Gen<List<EmployeeLine>> AnyLines() =>
        from shapes in (from key in Gen.Elements("1", "2")
                        from location in Gen.Elements(North, South)
                        from role in Gen.Elements("Vikar", "vikar", "Leder")
                        from start in Gen.Choose(0, 40)
                        from length in Gen.Choose(0, 20)
                        select (key, location, role, start, length)).ListOf()
        select shapes.Select((shape, i) => Placed(i + 2, shape.key, shape.location, shape.role, shape.start, shape.length)).ToList();

    private static EmployeeLine Placed(int line, string key, Guid location, string role, int start, int length) =>
        Line(line, key, role: role, location: location, from: Day(1).AddDays(start), to: length == 20 ? null : Day(1).AddDays(start + length));
}
