namespace RolloutPortal.Domain.Guarding.Reading;

internal enum Country
{
    Denmark,
    Sweden,
    Norway,
}

/// <summary>Digits that stand as a country's person numbers are written: a date in two, two and two (or four), then the rest.</summary>
/// <param name="Values">Ten digits for Denmark and Sweden, eleven for Norway: a century is left out.</param>
/// <param name="Century">The first two digits of a year written with four; null where two were written.</param>
/// <param name="IsSeparated">Something stands between the date and the rest.</param>
/// <param name="IsDashed">The date stands in one piece apart from the rest, or a dash stands between them: DDMMYY-SSSS.</param>
/// <param name="IsOdd">A sign that nobody writes numbers with stands before the rest: it may as well be two numbers.</param>
/// <param name="IsScattered">In pairs, with brackets: a number only if its control digit says so, and asked about then.</param>
internal sealed record Shape(
    Country Country, byte[] Values, int? Century, int Position, int End, bool IsSeparated, bool IsDashed, bool HasPlus, bool IsOdd, bool HasLetter,
    bool IsScattered)
{
    public const int Shortest = 10;

    public static IReadOnlyList<Form> Forms { get; } =
    [
        new(Country.Denmark, [2, 2, 2, 4]),
        new(Country.Denmark, [2, 2, 4, 4]),
        new(Country.Sweden, [2, 2, 2, 4]),
        new(Country.Sweden, [4, 2, 2, 4]),
        new(Country.Norway, [2, 2, 2, 5]),
    ];

    public string Masked => string.Concat(Values.Take(4)) + (Country is Country.Norway ? "**-*****" : "**-****");

    /// <summary>Two digits as a number: a day, a month, a year of its century.</summary>
    public int Pair(int at) => (10 * Values[at]) + Values[at + 1];

    /// <summary>Two digits without anything between them belong together; a letter is a border on either side.</summary>
    public static bool IsJoined(List<Digit> digits, int at) =>
        at > 0 && at < digits.Count && digits[at].Before.IsNone && !digits[at].IsLetter && !digits[at - 1].IsLetter;
}
