using RolloutPortal.Domain.Employees;
using static RolloutPortal.Domain.Tests.Employees.Staff;

namespace RolloutPortal.Domain.Tests.Employees;

public sealed class ChangingAPerson
{
    private readonly EmployeePeriod period = Period(to: Day(12, 31));
    private readonly Guid fresh = Guid.NewGuid();

    private Employee Asta => Person(period);

    [Fact]
    public void A_move_ends_one_period_and_begins_another_that_lasts_as_long()
    {
        var moved = Asta.Move(period.PeriodId, fresh, South, "Leder", Day(5)).After!;

        Assert.Equal(
            [period with { To = Day(4, 30) }, new EmployeePeriod(fresh, South, "Leder", Day(5), Day(12, 31), period.PeriodId)], moved.Periods);
    }

    [Fact]
    public void A_form_sent_twice_is_one_move()
    {
        var moved = Asta.Move(period.PeriodId, fresh, South, "Leder", Day(5)).After!;

        Assert.Empty(moved.Move(period.PeriodId, fresh, South, "Leder", Day(5)).Events);
        Assert.Empty(moved.AlsoWork(moved.Periods[1]).Events);
    }

    [Fact]
    public void A_planned_move_that_does_not_come_leaves_everything_as_it_was()
    {
        var stayed = Asta.Move(period.PeriodId, fresh, South, "Leder", Day(5)).After!.Withdraw(fresh);

        Assert.True(stayed.After!.IsSameAs(Asta with { EmployeeId = stayed.After.EmployeeId }));
        Assert.Equal(period.PeriodId, Assert.IsType<EmployeePeriodWithdrawn>(Assert.Single(stayed.Events)).ReopenedPeriodId);
        Assert.Empty(stayed.After.Withdraw(fresh).Events);
    }

    [Fact]
    public void A_move_lies_within_the_period_and_leads_somewhere()
    {
        Assert.Equal("employee.move-too-early", Asta.Move(period.PeriodId, fresh, South, "Leder", Day(1)).Refusal!.Key);
        Assert.Equal("employee.move-too-late", Asta.Move(period.PeriodId, fresh, South, "Leder", Day(1).AddYears(1)).Refusal!.Key);
        Assert.Equal("employee.moved-nowhere", Asta.Move(period.PeriodId, fresh, North, "SOSU-assistent", Day(5)).Refusal!.Key);
        Assert.Equal("employee.period-not-found", Asta.Move(fresh, Guid.NewGuid(), South, "Leder", Day(5)).Refusal!.Key);
        Assert.Equal("employee.role-missing", Asta.Move(period.PeriodId, fresh, South, " ", Day(5)).Refusal!.Key);
        Assert.Equal("employee.location-missing", Asta.Move(period.PeriodId, fresh, Guid.Empty, "Leder", Day(5)).Refusal!.Key);
    }

    [Fact]
    public void Part_time_at_two_places_is_two_periods_at_once_and_at_one_place_it_is_not()
    {
        Assert.Equal(2, Asta.AlsoWork(Period(South)).After!.Periods.Count);
        Assert.Equal("employee.period-overlaps", Asta.AlsoWork(Period(North, from: Day(3))).Refusal!.Key);
        Assert.Equal(2, Asta.AlsoWork(Period(North, "Vikar")).After!.Periods.Count);
    }

    [Fact]
    public void Whoever_leaves_has_no_period_after_the_last_day()
    {
        var both = Asta.AlsoWork(Period(South, from: Day(8))).After!;
        var left = both.Leave(Day(6, 30));

        Assert.Equal([period with { To = Day(6, 30) }], left.After!.Periods);
        Assert.Equal([typeof(EmployeePeriodEnded), typeof(EmployeePeriodWithdrawn)], left.Events.Select(e => e.GetType()));
        Assert.Empty(left.After.Leave(Day(6, 30)).Events);
        Assert.Equal("employee.ends-before-begin", both.Leave(Day(1).AddDays(-1)).Refusal!.Key);
    }

    [Fact]
    public void What_was_written_down_wrongly_is_corrected()
    {
        var right = Asta.Correct(period.PeriodId, South, "Leder", Day(2), null);

        Assert.Equal(period with { LocationId = South, Role = "Leder", From = Day(2), To = null }, Assert.Single(right.After!.Periods));
        Assert.Empty(right.After.Correct(period.PeriodId, South, "Leder", Day(2), null).Events);
        Assert.Equal("employee.from-after-to", Asta.Correct(period.PeriodId, South, "Leder", Day(2), Day(1)).Refusal!.Key);
    }

    [Fact]
    public void A_name_and_an_address_become_others()
    {
        Assert.Equal("Asta Holm", Asta.ChangeDetails(" Asta Holm ", "asta@eksempel.invalid").After!.Name);
        Assert.Empty(Asta.ChangeDetails("Asta Lund", "ASTA@eksempel.invalid").Events);
        Assert.Equal("name.missing", Asta.ChangeDetails("", "asta@eksempel.invalid").Refusal!.Key);
        Assert.Equal("employee.email-missing", Asta.ChangeDetails("Asta", "").Refusal!.Key);
    }

    [Fact]
    public void Somebody_is_written_down_with_where_they_begin()
    {
        var added = Employee.Add(fresh, " 0042 ", "Bo Dam", "bo@eksempel.invalid", period);

        Assert.Equal(new Employee(fresh, "0042", "Bo Dam", "bo@eksempel.invalid", added.After!.Periods), added.After);
        Assert.Equal("employee.key-missing", Employee.Add(fresh, "", "Bo Dam", "bo@eksempel.invalid", period).Refusal!.Key);
    }

    [Fact]
    public void Whatever_is_done_nobody_is_twice_at_one_place_in_one_role() => Laws.Hold(EmployeeActs.Any(), acts =>
    {
        var person = Asta;
        foreach (var act in acts) person = act(person).After ?? person;

        Assert.All(
            from a in person.Periods from b in person.Periods where a.PeriodId != b.PeriodId select (a, b),
            pair => Assert.False(pair.a.IsSamePlace(pair.b) && pair.a.Overlaps(pair.b)));
    });
}
