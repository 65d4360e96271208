using System.Collections.Immutable;

namespace RolloutPortal.Domain.Calendar;

/// <summary>A value by whole local days: each holds from its day until the next one's.</summary>
public sealed record Timeline<T>(ImmutableSortedDictionary<DateOnly, T> Changes)
{
    public static Timeline<T> Starting(DateOnly from, T value) => new(ImmutableSortedDictionary<DateOnly, T>.Empty.Add(from, value));

    /// <summary>Before the first day: the first value.</summary>
    public T On(DateOnly day)
    {
        var found = Changes.First().Value;
        foreach (var (from, value) in Changes)
        {
            if (from > day) break;
            found = value;
        }

        return found;
    }

    public Timeline<T> With(DateOnly from, T value) => new(Changes.SetItem(from, value));

    /// <summary>Nothing was said for this day after all: what held before it holds on. The first day stays.</summary>
    public Timeline<T> Without(DateOnly from) => from == Changes.First().Key ? this : new(Changes.Remove(from));

    /// <summary>Whether something was said to hold from this very day on; the first day is none on which something changed.</summary>
    public bool ChangesOn(DateOnly day) => day != Changes.First().Key && Changes.ContainsKey(day);

    /// <summary>The first value held from this earlier day already.</summary>
    public Timeline<T> StartingEarlier(DateOnly from)
    {
        var (first, value) = Changes.First();
        return new(Changes.Remove(first).SetItem(from, value));
    }
}
