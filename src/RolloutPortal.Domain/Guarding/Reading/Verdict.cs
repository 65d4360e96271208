namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>What digits are by their country's rules.</summary>
/// <param name="Needs">Only beside a word that announces a number.</param>
internal sealed record Verdict(PersonNumberRule Rule, Certainty Certainty, bool Needs = false)
{
    public static Verdict Certain(PersonNumberRule rule) => new(rule, Certainty.Certain);

    public static Verdict Doubtful(PersonNumberRule rule) => new(rule, Certainty.Doubtful);

    public static Verdict BesideWord(PersonNumberRule rule) => new(rule, Certainty.Doubtful, Needs: true);
}
