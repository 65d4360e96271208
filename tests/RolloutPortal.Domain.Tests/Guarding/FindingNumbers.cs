using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>The clock stands in 2058 and everybody is born in 2057: numbers that can belong to nobody (domain.md §7).</summary>
public abstract class FindingNumbers
{
    protected static readonly DateOnly Today = new(2058, 1, 1);

    protected static IReadOnlyList<PersonNumberFinding> Find(string text) => PersonNumbers.Find(text, Today);

    protected static void AssertOne(string text, PersonNumberRule rule, Certainty certainty, string? masked = null)
    {
        var found = Find(text);

        Assert.True(found.Count == 1, $"{text}: {string.Join("; ", found)}");
        Assert.Equal((rule, certainty), (found[0].Rule, found[0].Certainty));
        if (masked is not null) Assert.Equal(masked, found[0].Masked);
    }
}
