using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Programmes;

/// <summary>What an area or a provider is called by whole days, and until when it is there.</summary>
/// <param name="Names">From <see cref="Always"/> on. It has no first day: it is there for whatever is said to stand in it.</param>
/// <param name="ClosedFrom">The first day without it.</param>
public sealed record NameDays(Timeline<string> Names, DateOnly? ClosedFrom)
{
    /// <summary>Since when it has had its first name.</summary>
    public static DateOnly Always => Days.Earliest;

    /// <summary>The days on which it gets another name, in order.</summary>
    public IReadOnlyList<DateOnly> Changes => [.. Names.Changes.Keys.Skip(1)];

    public static NameDays Of(string name) => new(Timeline<string>.Starting(Always, name), ClosedFrom: null);

    /// <summary>After its last day: as on the last.</summary>
    public string On(DateOnly day) => Names.On(day);

    public bool IsThere(DateOnly day) => !(ClosedFrom <= day);

    /// <param name="from">Null: its first name was another all along.</param>
    public NameDays Called(string name, DateOnly? from) => this with { Names = Names.With(from ?? Always, name) };

    /// <summary>What was said for this day was not meant; what held before holds on.</summary>
    public NameDays Without(DateOnly from) => this with { Names = Names.Without(from) };

    /// <summary>Whether both are there on some day under the same name.</summary>
    public bool Meets(NameDays other) => Names.Changes.Keys.Concat(other.Names.Changes.Keys)
        .Any(day => IsThere(day) && other.IsThere(day) && Naming.Names.Comparer.Equals(On(day), other.On(day)));

    /// <summary>The stretches with one name each, in order, without gaps; the first begins with <see cref="Always"/>.</summary>
    public IReadOnlyList<NamePeriod> Periods()
    {
        var periods = new List<NamePeriod>();
        foreach (var (from, name) in Names.Changes)
        {
            // A name taken back in between leaves a day on which nothing changes.
            if (periods.Count > 0 && periods[^1].Name == name) continue;
            if (periods.Count > 0) periods[^1] = periods[^1] with { To = from };
            periods.Add(new(from, To: null, name));
        }

        periods[^1] = periods[^1] with { To = ClosedFrom };
        return periods;
    }
}

/// <summary>A name and the whole days it holds, <c>[From, To)</c>; the last is open.</summary>
public sealed record NamePeriod(DateOnly From, DateOnly? To, string Name);
