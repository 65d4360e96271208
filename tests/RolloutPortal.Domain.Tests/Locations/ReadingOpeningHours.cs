using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Domain.Tests.Locations;

public sealed class ReadingOpeningHours
{
    [Theory]
    [InlineData("mon-fri 08:00-16:00; sat 09:00-12:00", "mon-fri 08:00-16:00; sat 09:00-12:00")]
    [InlineData("24/7", "24/7")]
    [InlineData("døgnåbent", "24/7")]
    [InlineData("Dygnet runt", "24/7")]
    [InlineData("", "")]
    [InlineData(" \u00A0", "")]
    [InlineData("man-fre 8-16", "mon-fri 08:00-16:00")]
    [InlineData("Mandag til fredag kl. 8.00–16.00", "mon-fri 08:00-16:00")]
    [InlineData("måndag–torsdag 07:30-18; fre 7.30 till 15", "mon-thu 07:30-18:00; fri 07:30-15:00")]
    [InlineData("man, ons og fre: 9-12, 13-16", "mon 09:00-12:00, 13:00-16:00; wed 09:00-12:00, 13:00-16:00; fri 09:00-12:00, 13:00-16:00")]
    [InlineData("man 8-12, ons 8-16", "mon 08:00-12:00; wed 08:00-16:00")]
    [InlineData("tir. 8-16\nlør. 9-12", "tue 08:00-16:00; sat 09:00-12:00")]
    [InlineData("mon-fri 8-16; lør-søn lukket", "mon-fri 08:00-16:00")]
    [InlineData("sat-mon 10-14", "mon 10:00-14:00; sat-sun 10:00-14:00")]
    [InlineData("fri 22:00-06:00", "fri 22:00-24:00; sat 00:00-06:00")]
    [InlineData("sun 20:00-00:00", "sun 20:00-24:00")]
    [InlineData("mon 8-12; mon 11-16", "mon 08:00-16:00")]
    [InlineData("mon 8-12, 12-16", "mon 08:00-16:00")]
    [InlineData("mon-sun 00:00-24:00", "24/7")]
    [InlineData("MÅN-FRE 8-16", "mon-fri 08:00-16:00")]
    public void It_understands_what_people_write(string typed, string canonical)
    {
        Assert.Null(OpeningHours.Read(typed, out var hours));
        Assert.Equal(canonical, hours.Text);
    }

    [Theory]
    [InlineData("når vi er der")]
    [InlineData("mon")]
    [InlineData("8-16")]
    [InlineData("mon 8")]
    [InlineData("mon 25-26")]
    [InlineData("mon 24:00-24:30")]
    [InlineData("mon 8:75-9:00")]
    [InlineData("mon 8-8")]
    [InlineData("mon--fri 8-16")]
    [InlineData("mon-wed-fri 8-16")]
    [InlineData("mon, 8-16")]
    [InlineData("mon-xyz 8-16")]
    [InlineData("mon 8-16 ca.")]
    [InlineData("mon ٨-١٦")]
    [InlineData("mon 8-16\0")]
    public void What_it_cannot_read_is_named(string typed)
    {
        var refusal = OpeningHours.Read($"tue 8-16; {typed}", out var hours);

        Assert.Equal(LocationRefusals.OpeningHoursUnreadable, refusal?.Key);
        Assert.Equal(typed, refusal!.Values[0]);
        Assert.Empty(hours.Text);
    }

    [Fact]
    public void Half_a_character_is_refused_and_breaks_nothing() =>
        Assert.NotNull(OpeningHours.Read($"mon 8-16{'\uD800'}", out _));

    [Fact]
    public void A_text_without_end_is_not_even_tried()
    {
        var refusal = OpeningHours.Read(new string('m', 100_000), out _);

        Assert.Equal(80, Assert.IsType<string>(refusal!.Values[0]).Length);
    }

    [Fact]
    public void Open_from_the_first_minute_until_just_before_the_last()
    {
        OpeningHours.Read("mon-fri 08:00-16:00", out var hours);

        Assert.False(hours.IsOpen(DayOfWeek.Monday, new(7, 59, 59)));
        Assert.True(hours.IsOpen(DayOfWeek.Monday, new(8, 0)));
        Assert.True(hours.IsOpen(DayOfWeek.Friday, new(15, 59, 59)));
        Assert.False(hours.IsOpen(DayOfWeek.Friday, new(16, 0)));
        Assert.False(hours.IsOpen(DayOfWeek.Sunday, new(12, 0)));
    }

    [Fact]
    public void Always_open_is_open_in_the_last_minute_of_sunday()
    {
        OpeningHours.Read("24/7", out var hours);

        Assert.True(hours.IsOpen(DayOfWeek.Sunday, TimeOnly.MaxValue));
    }

    [Fact]
    public void Two_ways_of_writing_the_same_week_are_the_same_opening_hours()
    {
        OpeningHours.Read("man-tir 8-16; ons 8-16", out var one);
        OpeningHours.Read("mon-wed 08:00-16:00", out var other);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Its_canonical_form_reads_as_the_same_week() =>
        Laws.Hold(Weeks(), typed =>
        {
            Assert.Null(OpeningHours.Read(typed, out var hours));
            Assert.Null(OpeningHours.Read(hours.Text, out var again));
            Assert.Equal(hours.Text, again.Text);
            foreach (var day in Enum.GetValues<DayOfWeek>())
                for (var minute = 0; minute < OpenStretch.EndOfDay; minute += 7)
                {
                    var time = new TimeOnly(minute / 60, minute % 60);
                    Assert.Equal(hours.IsOpen(day, time), again.IsOpen(day, time));
                }
        });

    private static Gen<string> Weeks()
    {
        var day = Gen.Elements("mon", "tirsdag", "ons", "tor", "fredag", "lör", "søn");
        var time = Gen.Choose(0, OpenStretch.EndOfDay - 1).Select(minute => $"{minute / 60}:{minute % 60:00}");
        var part = from first in day
                   from last in day
                   from opens in time
                   from closes in time
                   where opens != closes
                   select $"{first}-{last} {opens}-{closes}";
        return part.ListOf().Select(parts => string.Join("; ", parts.Take(8)));
    }
}
