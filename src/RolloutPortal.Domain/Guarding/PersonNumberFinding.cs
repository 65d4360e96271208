using RolloutPortal.Domain.Guarding.Reading;

namespace RolloutPortal.Domain.Guarding;

/// <summary>How sure it is that digits are somebody's number: certain is refused, doubtful is asked about.</summary>
public enum Certainty
{
    Doubtful,
    Certain,
}

/// <summary>What made digits a person's number; stored with the count of what was stopped, so names stay.</summary>
public enum PersonNumberRule
{
    /// <summary>A date and modulus 11.</summary>
    DanishChecked,

    /// <summary>Born on 1 January of a year in which numbers without modulus 11 were issued.</summary>
    DanishFirstOfJanuary,

    /// <summary>DDMMYY-SSSS with a date, modulus 11 fails: issued since October 2007, or something else.</summary>
    DanishSeparated,
    DanishBesideWord,

    /// <summary>DDMMYY-SSSS with sixty more days: an authority's own number for somebody who has none.</summary>
    DanishReplacement,

    /// <summary>A date and Luhn, written with a separator or with the century.</summary>
    SwedishChecked,

    /// <summary>A letter in the place of the first digit after the date.</summary>
    SwedishInterim,

    /// <summary>Ten digits in a row with a date and Luhn.</summary>
    SwedishBare,
    SwedishBesideWord,

    /// <summary>A date (D, H and synthetic numbers too) and both control digits.</summary>
    NorwegianChecked,
    NorwegianBesideWord,
}

/// <summary>One number in a text.</summary>
/// <param name="Position">In UTF-16 units of the text as it was given, and so is <paramref name="Length"/>.</param>
/// <param name="Masked">The first four digits, the rest as stars (<c>3112**-****</c>): what may be shown of it, and never stored.</param>
public readonly record struct PersonNumberFinding(
    PersonNumberRule Rule, Certainty Certainty, int Position, int Length, string Masked)
{
    public bool IsCertain => Certainty is Certainty.Certain;

    internal int End => Position + Length;

    /// <summary>Where it stands in the text as it came, with whatever in it nobody sees.</summary>
    internal PersonNumberFinding In(SeenText seen)
    {
        var from = seen.Place(Position);
        return this with { Position = from, Length = seen.Place(End - 1) + 1 - from };
    }
}
