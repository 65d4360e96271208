using System.Globalization;
using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Tests.Calendar;

public sealed class CountingWeeks
{
    [Theory]
    [InlineData("2020-12-31", "2020-W53")]
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2021-01-04", "2021-W01")]
    [InlineData("2026-12-28", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2019-12-30", "2020-W01")]
    public void A_day_is_in_the_week_of_its_Monday(string day, string week)
    {
        var found = Week.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(week, $"{found}");
        Assert.Equal(found, Week.Read(week));
    }

    [Fact]
    public void Week_53_is_one_of_2026_and_none_of_2025()
    {
        Assert.Equal(new DateOnly(2026, 12, 28), Week.Numbered(2026, 53)!.Value.Monday);
        Assert.Null(Week.Numbered(2025, 53));
        Assert.Null(Week.Numbered(2025, 0));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2025-w01")]
    [InlineData("2025-W1")]
    [InlineData("+025-W01")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_week_is_read_as_none(string? text) => Assert.Null(Week.Read(text));

    [Fact]
    public void Weeks_are_counted_across_years()
    {
        var (first, last) = (Week.Numbered(2026, 52)!.Value, Week.Numbered(2027, 1)!.Value);

        Assert.Equal(2, first.To(last));
        Assert.Equal(-2, last.To(first));
        Assert.Equal(last, first.Plus(2));
        Assert.Equal(["2026-W52", "2026-W53", "2027-W01"], Week.From(first, last).Select(week => $"{week}"));
        Assert.Empty(Week.From(last, first));
    }

    [Fact]
    public void A_week_begins_on_a_Monday() => Assert.Throws<ArgumentException>(() => new Week(new DateOnly(2026, 1, 1)));
}
