using System.Globalization;
using System.Text.RegularExpressions;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Locations;

/// <summary>Reads opening hours as people write them: <c>man-fre kl. 8-16; lør 9.00–12.00</c>.</summary>
internal sealed partial class OpeningHoursReader
{
    private const int LongestText = 500;

    private static readonly string[] AlwaysInWords =
        [OpeningHoursText.Always, "døgnåbent", "døgnet rundt", "hele døgnet", "dygnet runt", "always"];

    private readonly List<(DayOfWeek Day, OpenStretch Stretch)> stretches = [];

    /// <summary>Unordered, overlapping where the text overlaps; what goes past midnight is split at it.</summary>
    public IReadOnlyList<(DayOfWeek Day, OpenStretch Stretch)> Stretches => stretches;

    /// <summary>The first part that cannot be read, or null.</summary>
    public string? Unreadable(string typed)
    {
        var part = typed.Length > LongestText ? typed : PartEnd().Split(typed).FirstOrDefault(part => !Read(part));
        return part?.Length > Names.Longest ? part[..Names.Longest] : part?.Trim();
    }

    private bool Read(string typed)
    {
        if (CleanText.Of(typed) is not { } part) return false;
        if (part.Length == 0) return true;
        if (AlwaysInWords.Contains(part, StringComparer.OrdinalIgnoreCase))
            return Open(Enumerable.Range(0, 7), 0, OpenStretch.EndOfDay);

        var match = Part().Match(ListWord().Replace(RangeWord().Replace(part, "-"), ","));
        if (!match.Success || Days(match.Groups["days"].Value) is not { } days) return false;

        return match.Groups["closed"].Success || match.Groups["times"].Value.Split(',').All(times => ReadTimes(times, days));
    }

    /// <summary>Monday is 0; <c>sat-mon</c> goes over Sunday. Null when a word is no day.</summary>
    private static List<int>? Days(string text)
    {
        var days = new List<int>();
        foreach (var range in text.Split(','))
        {
            var ends = range.Split('-', StringSplitOptions.TrimEntries).Select(word => WeekDays.Find(word.TrimEnd('.'))).ToArray();
            if (ends.Length > 2 || ends.Contains(null)) return null;

            var (first, last) = (ends[0]!.Value, ends[^1]!.Value);
            for (var day = first; day != last; day = (day + 1) % 7) days.Add(day);
            days.Add(last);
        }

        return days;
    }

    private bool ReadTimes(string text, List<int> days)
    {
        var match = Times().Match(text);
        return match.Success
            && Minute(match.Groups["h1"], match.Groups["m1"]) is { } from and < OpenStretch.EndOfDay
            && Minute(match.Groups["h2"], match.Groups["m2"]) is { } to
            && from != to
            && Open(days, from, to);
    }

    private static int? Minute(Group hour, Group minute)
    {
        var minutes = (60 * int.Parse(hour.ValueSpan, CultureInfo.InvariantCulture))
            + (minute.Success ? int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture) : 0);
        var isTime = !minute.Success || int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture) < 60;
        return isTime && minutes <= OpenStretch.EndOfDay ? minutes : null;
    }

    private bool Open(IEnumerable<int> days, int from, int to)
    {
        foreach (var day in days)
        {
            stretches.Add((WeekDays.InOrder[day], new(from, to > from ? to : OpenStretch.EndOfDay)));
            if (to is > 0 && to < from) stretches.Add((WeekDays.InOrder[(day + 1) % 7], new(0, to)));
        }

        return true;
    }

    // A comma ends a part only where a day follows a time; elsewhere it lists days, or times.
    [GeneratedRegex(@"[;\r\n]|(?<=\d)\s*,\s*(?=\p{L})")]
    private static partial Regex PartEnd();

    [GeneratedRegex(@"\s*(?:[‐‑‒–—−-]|\b(?:til|till|to)\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex RangeWord();

    [GeneratedRegex(@"\s*(?:[,&+]|\b(?:og|och|and)\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex ListWord();

    [GeneratedRegex(
        @"^(?<days>[\p{L}.,-]+?)(?:\s*:)?\s*(?:(?<closed>closed|lukket|stängt)|(?:kl\.?\s*)?(?<times>\d.*))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:kl\.?\s*)?(?<h1>[0-9]{1,2})(?:[:.](?<m1>[0-9]{2}))?-(?:kl\.?\s*)?(?<h2>[0-9]{1,2})(?:[:.](?<m2>[0-9]{2}))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
