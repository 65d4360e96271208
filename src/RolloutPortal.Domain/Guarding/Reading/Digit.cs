namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>One digit of a text, of whatever script, and what stands between it and the one before.</summary>
/// <param name="IsLetter">A Swedish interim letter in the place of a digit; it counts as 1 (Luhn of interim numbers).</param>
internal readonly record struct Digit(byte Value, int Start, int End, Gap Before, bool IsLetter);

/// <summary>What stands between two digits: nothing, up to three separators, or something that keeps them apart.</summary>
/// <param name="Counted">Of those that count: a run of blanks and line ends is one, for a page shows one; stars and low lines that put words
/// in bold are none beside others.</param>
/// <param name="EndsBlank">The last that counted was a blank: another is the same.</param>
/// <param name="HasUnseen">Signs that nobody sees, however many: a border or none, whichever makes a number of it.</param>
/// <param name="HasOther">One of them is a sign that people do not write numbers with: a comma, a colon.</param>
internal readonly record struct Gap(
    int Counted, bool EndsBlank, bool HasEmphasis, bool HasUnseen, bool HasDash, bool HasPlus, bool HasBracket, bool HasOther, bool IsWide)
{
    public const int Longest = 3;

    /// <summary>Before the first digit, and where a letter, another sign or a fourth separator stands.</summary>
    public static Gap Wide { get; } = default(Gap) with { IsWide = true };

    public int Seen => Counted == 0 && HasEmphasis ? 1 : Counted;

    public bool IsNone => Seen == 0 && !HasUnseen && !IsWide;

    /// <summary>Nothing, or only signs that nobody sees.</summary>
    public bool LooksJoined => !IsWide && !HasPlus && Seen == 0;

    public bool IsOdd => HasBracket || HasOther;

    /// <summary>What stands on its two sides may be one number.</summary>
    public bool Binds => !IsWide && !IsOdd;

    /// <summary>One odd sign and no other: as in a line of a list, or to get a number past a rule.</summary>
    public bool IsOneOdd => IsOdd && Seen == 1;

    /// <summary>A plus stands alone, before the last four (Swedish: from the hundredth birthday on).</summary>
    public bool IsPlus => HasPlus && Seen == 1 && !IsWide;

    public Gap With(Separator separator) => (IsWide, separator) switch
    {
        (true, _) or (_, Separator.None) => Wide,
        (_, Separator.Emphasis) => this with { HasEmphasis = true },
        (_, Separator.Blank) when EndsBlank => this,
        _ when Counted == Longest => Wide,
        _ => this with
        {
            Counted = Counted + 1,
            EndsBlank = separator is Separator.Blank,
            HasDash = HasDash || separator is Separator.Dash,
            HasPlus = HasPlus || separator is Separator.Plus,
            HasBracket = HasBracket || separator is Separator.Bracket,
            HasOther = HasOther || separator is Separator.Odd,
        },
    };

    public Gap WithUnseen() => IsWide ? Wide : this with { HasUnseen = true };
}

internal enum Separator
{
    None,
    Blank,
    Dash,
    Sign,
    Plus,

    Bracket,

    /// <summary>What puts words in bold or italics where a text is shown so.</summary>
    Emphasis,

    /// <summary>Any other sign; only between a date in one piece and the last four or five.</summary>
    Odd,
}
