using System.Text.RegularExpressions;

namespace RolloutPortal.Domain.Guarding;

/// <summary>What a text says to whoever reads it as an address: forms send queries as texts, and what is kept of them is decoded.</summary>
public static partial class QueryTexts
{
    /// <summary>More often than this nobody encodes by mistake.</summary>
    private const int Deepest = 4;

    /// <summary>The text, and where it has a query's form all that it becomes: values by themselves, those of one name together, decoded until
    /// there is nothing left to decode.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        yield return text;
        if (!IsQuery().IsMatch(text)) yield break;

        foreach (var query in Queries(text))
            foreach (var value in Values(query))
                yield return value;
    }

    /// <summary>All of it, as whoever parses a query takes it; and what stands behind the first question mark, where an address is pasted.</summary>
    private static IEnumerable<string> Queries(string text)
    {
        yield return text.StartsWith('?') ? text[1..] : text;
        if (text.IndexOf('?', StringComparison.Ordinal) is var mark and > 0) yield return text[(mark + 1)..];
    }

    private static IEnumerable<string> Values(string query)
    {
        var pairs = query.Split('&').Select(pair => pair.Split('=', 2)).ToList();
        foreach (var values in pairs.GroupBy(pair => Decoded(pair[0]), pair => pair[^1], StringComparer.OrdinalIgnoreCase))
        {
            var value = string.Join(',', values);
            for (var depth = 0; depth < Deepest; depth++)
            {
                var decoded = Decoded(value);
                if (decoded == value) break;
                yield return value = decoded;
            }

            if (values.Count() > 1) yield return value;
        }
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>A name, a value, and something in it that is to be decoded or put together.</summary>
    [GeneratedRegex("^[^=]*=.*[%+&=]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex IsQuery();
}
