using System.Globalization;
using System.Text;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>The guard reads what is typed, a name is stored cleaned: whatever stands in it afterwards was seen before, and taken as seriously.</summary>
public sealed class ReadingWhatIsStored
{
    private static readonly DateOnly today = new(2058, 1, 1);

    private static readonly string[] pieces =
    [
        "\0", "\u0001", "\u000B", "\u001F", "\u007F", "\u0085", "\u009F", "\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u2060", "\uFEFF", "\u202A",
        "\u202E", "\u2066", "\u0301", "\u0338", "\uFE0F", "\u034F", "\u115F", "\u2800", "\r", "\n", "\r\n", "\t", " ", "\u00A0", "\u2028", "-", ".", "+", ",",
        ":", "=", "%", "2D", "T", "\u212A", "\u017F", "K223", "1", "cpr", "-5750-0531-311257500531", "a6fbb57d-3112-", "\uD835", "\uDFDB",
    ];

    [Fact]
    public void No_sign_inside_a_number_hides_it()
    {
        var hidden = new List<string>();
        foreach (var code in Enumerable.Range(0, 0x1_0000).Concat(Enumerable.Range(0xE_0000, 0x200)))
        {
            if (!Rune.IsValid(code) || Rune.IsLetter(new(code))) continue;
            foreach (var (before, after) in new[] { ("31125", "75005"), ("cpr 311257", "5006") })
                for (var times = 1; times <= 5; times += 4)
                    if (Hides(before + string.Concat(Enumerable.Repeat(new Rune(code).ToString(), times)) + after)) hidden.Add($"{before}|{times} U+{code:X4}|{after}");
        }

        Assert.True(hidden.Count == 0, string.Join("; ", hidden.Take(20)));
    }

    [Fact]
    public void No_signs_among_numbers_hide_them()
    {
        var chance = new Random(20571231);
        var hidden = new List<string>();
        foreach (var guilty in GuiltyTexts.All(8_000, seed: 3).Concat(Swedish(4_000)))
        {
            var text = new StringBuilder(guilty);
            for (var i = chance.Next(1, 7); i > 0; i--) text.Insert(chance.Next(text.Length + 1), pieces[chance.Next(pieces.Length)]);
            if (Hides($"{text}")) hidden.Add(Readable($"{text}"));
        }

        Assert.True(hidden.Count == 0, $"{hidden.Count}: {string.Join("; ", hidden.Take(10))}");
    }

    private static IEnumerable<string> Swedish(int count) =>
        Enumerable.Range(0, count).Select(i => i % 2 == 0 ? "571231-T223" : "3112575005-3112-5750-0531-311257500531");

    private static bool Hides(string typed) => CleanText.Of(typed) is { } stored
        && (Certainty(stored) > Certainty(typed) || Certainty(stored.ToUpperInvariant()) > Certainty(typed));

    /// <summary>-1: free.</summary>
    private static int Certainty(string text) => PersonNumbers.Worst(text, today) is { } finding ? (int)finding.Certainty : -1;

    private static string Readable(string text) =>
        string.Concat(text.Select(sign => sign is >= ' ' and < '\x7F' ? sign.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}")));
}
