namespace RolloutPortal.Domain.Accounts;

/// <summary>Knows passwords that are long and yet among the first that anybody tries: a usual word, a name or a run of keys, with little beside.</summary>
internal static class UsualPasswords
{
    /// <summary>So many letters that are nobody's word make it a password of its own.</summary>
    private const int FewestOwn = 4;

    /// <summary>Longer first: what they have in common is taken away once.</summary>
    private static readonly string[] Words =
    [
        "rolloutportal", "administrator", "adgangskode", "kommunens", "velkommen", "välkommen", "passwords", "hemmelig", "hemligt", "password", "passord", "lösenord",
        "losenord", "kodeord", "rollout", "portal", "kommune", "kommun", "welcome", "letmein", "sommer", "sommar", "vinter", "foraar", "forår", "efterår", "danmark",
        "sverige", "qwerty", "azerty", "summer", "winter", "admin", "login", "secret", "test", "user",
    ];

    private static readonly string[] Rows = ["01234567890", "abcdefghijklmnopqrstuvwxyzæøå", "qwertyuiopå", "asdfghjklæø", "asdfghjklöä", "zxcvbnm"];

    public static bool IsUsual(string password) => Own(password, Words) < FewestOwn || Run(password.ToLowerInvariant()) * 4 > password.Length * 3;

    /// <param name="names">Of the person, in words.</param>
    public static bool IsOf(string password, string names)
    {
        var words = names.ToLowerInvariant().Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).OrderByDescending(word => word.Length).ToArray();
        return words.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)) && Own(password, [.. words, .. Words]) < FewestOwn;
    }

    /// <summary>Letters that belong to none of the words. Digits and signs are what everybody adds.</summary>
    private static int Own(string password, IEnumerable<string> words)
    {
        var read = password.ToLowerInvariant().Replace('0', 'o').Replace('@', 'a').Replace('$', 's');
        var left = words.Aggregate(read, (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));
        return left == read ? password.Count(sign => !char.IsWhiteSpace(sign)) : left.Count(char.IsLetter);
    }

    /// <summary>Characters in runs of at least four neighbours of the alphabet, the digits or the keys, either way.</summary>
    private static int Run(string password)
    {
        var (all, at) = (0, 0);
        while (at < password.Length)
        {
            var length = 1;
            while (at + length < password.Length && IsInRow(password.Substring(at, length + 1))) length++;
            if (length >= 4) all += length;
            at += length;
        }

        return all;
    }

    private static bool IsInRow(string part)
    {
        var back = string.Concat(part.Reverse());
        return Array.Exists(Rows, row => row.Contains(part, StringComparison.Ordinal) || row.Contains(back, StringComparison.Ordinal));
    }
}
