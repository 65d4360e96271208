namespace RolloutPortal.Domain.Locations;

/// <summary>Days of the week as people write them in English, Danish and Swedish, short or long.</summary>
internal static class WeekDays
{
    /// <summary>Monday first, as the week goes here.</summary>
    public static IReadOnlyList<DayOfWeek> InOrder { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    private static readonly string[][] Written =
    [
        ["mon", "monday", "mandag", "mandage", "man", "måndag", "måndagar", "mån"],
        ["tue", "tues", "tuesday", "tirsdag", "tirsdage", "tir", "tirs", "tisdag", "tisdagar", "tis"],
        ["wed", "wednesday", "onsdag", "onsdage", "onsdagar", "ons"],
        ["thu", "thur", "thurs", "thursday", "torsdag", "torsdage", "torsdagar", "tor", "tors"],
        ["fri", "friday", "fredag", "fredage", "fredagar", "fre"],
        ["sat", "saturday", "lørdag", "lørdage", "lør", "lördag", "lördagar", "lör"],
        ["sun", "sunday", "søndag", "søndage", "søn", "söndag", "söndagar", "sön"],
    ];

    /// <summary>Monday is 0; null for a word that is no day.</summary>
    public static int? Find(string word)
    {
        var index = Array.FindIndex(Written, names => names.Contains(word, StringComparer.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }

    /// <summary>How the canonical form writes it.</summary>
    public static string Short(int index) => Written[index][0];
}
