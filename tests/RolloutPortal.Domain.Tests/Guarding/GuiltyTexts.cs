using System.Globalization;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Texts with a person's number that must be stopped, each built from a number that nobody has: births in 2057.</summary>
internal static class GuiltyTexts
{
    private static readonly string[] separators =
    [
        " ", "\u00A0", "\u2009", "\u202F", "\t", "\n", "\r\n", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212",
        "\uFF0D", "\u00AD", ".", "/", "\\", "_", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", " - ", "- -", "...",
        "    ", "  -  ", "\r\n \r\n\r\n", "\uE000", "\u0903", "**-**", " ** ** ", "\t\t\t\t",
    ];

    private static readonly string[] frames =
    [
        "{0}", "Borgeren {0} kan ikke findes i systemet", "Vi mangler {0}.", "({0})", "cpr={0}", "sag_{0}.pdf", "Se https://x.dk/s?id={0}&y",
        "Kl. 8 ringede {0}; hun bor Nørregade 12", "Personnummer:{0}, ärendet ligger kvar", "Number {0}\nand more", "12 stk. til {0} i dag",
    ];

    /// <summary>As many as wanted, the same each time.</summary>
    public static IEnumerable<string> All(int count, int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return string.Format(CultureInfo.InvariantCulture, Pick(chance, frames), (i % 3) switch
            {
                0 => Danish(chance),
                1 => Swedish(chance),
                _ => Norwegian(chance),
            });
    }

    private static string Danish(Random chance)
    {
        while (true)
        {
            var birth = Birth(chance);
            var date = Digits(birth, "ddMMyy");
            var number = date + chance.Next(5000, 9000).ToString(CultureInfo.InvariantCulture);
            if (Sum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 != 0) continue;

            var groups = chance.Next(3) == 0 ? [Digits(birth, "dd"), Digits(birth, "MM"), "2057"] : new[] { date[..2], date[2..4], date[4..] };
            return Written(chance, [.. groups, number[6..]]);
        }
    }

    private static string Swedish(Random chance)
    {
        var birth = Birth(chance);
        var day = birth.Day + (chance.Next(5) == 0 ? 60 : 0);
        var nine = Digits(birth, "yyMM") + day.ToString("00", CultureInfo.InvariantCulture) + chance.Next(1000).ToString("000", CultureInfo.InvariantCulture);
        var sum = nine.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        var number = nine + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
        var year = chance.Next(2) == 0 ? "20" : "";

        // Ten digits in a row are asked about only, so these are always apart or with their century.
        return chance.Next(2) == 0
            ? year + number[..6] + Pick(chance, separators) + number[6..]
            : Written(chance, ["20" + number[..2], number[2..4], number[4..6], number[6..]]);
    }

    private static string Norwegian(Random chance)
    {
        while (true)
        {
            var birth = Birth(chance);
            var day = birth.Day + (chance.Next(4) == 0 ? 40 : 0);
            var month = birth.Month + (40 * chance.Next(3));
            var nine = $"{day:00}{month:00}57{chance.Next(1000):000}";
            var first = (11 - (Sum(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
            var second = (11 - (Sum($"{nine}{first % 10}", [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
            if (first < 10 && second < 10) return Written(chance, [nine[..2], nine[2..4], nine[4..6], $"{nine[6..]}{first}{second}"]);
        }
    }

    /// <summary>In one piece, in two, in four, or digit by digit; in ordinary or in full-width digits.</summary>
    private static string Written(Random chance, string[] groups)
    {
        var separator = Pick(chance, separators);
        var written = chance.Next(4) switch
        {
            0 => string.Concat(groups),
            1 => string.Concat(groups[..3]) + separator + groups[3],
            2 => groups[0] + separator + groups[1] + Pick(chance, separators) + groups[2] + Pick(chance, separators) + groups[3],
            _ => string.Join(Pick(chance, [" ", "-", ".", "_"]), string.Concat(groups).AsEnumerable()),
        };

        return chance.Next(6) == 0 ? string.Concat(written.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign - '0' + '０') : sign)) : written;
    }

    private static DateOnly Birth(Random chance) => new DateOnly(2057, 1, 2).AddDays(chance.Next(363));

    private static string Digits(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static int Sum(string digits, int[] weights) => weights.Select((weight, i) => weight * (digits[i] - '0')).Sum();

    private static T Pick<T>(Random chance, T[] all) => all[chance.Next(all.Length)];
}
