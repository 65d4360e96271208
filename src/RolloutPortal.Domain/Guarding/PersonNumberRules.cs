namespace RolloutPortal.Domain.Guarding;

/// <summary>What an installation may choose about the guard.</summary>
/// <param name="FirstOfJanuaryYears">
/// Birth years whose 1 January ran out of Danish numbers with modulus 11. The published list (cpr.dk, 10-05-2023: most of 1960–1995) is
/// not exhaustive, hence the whole of 1960–1999 (domain.md §7).
/// </param>
public sealed record PersonNumberRules(IReadOnlySet<int> FirstOfJanuaryYears)
{
    public static PersonNumberRules Default { get; } = new(Enumerable.Range(1960, 40).ToHashSet());
}
