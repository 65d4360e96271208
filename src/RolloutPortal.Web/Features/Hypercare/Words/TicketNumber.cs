namespace RolloutPortal.Web.Features.Hypercare.Words;

/// <summary>What people call a ticket: eight letters and digits of its id, to be read out over a telephone (<c>7KQ2-M0XP</c>).</summary>
/// <remarks>
/// Crockford's alphabet: no I, L, O or U. Forty random bits: among 20,000 tickets two have the same number once in 5,000
/// rollouts, and a search then shows both. Derived, so that the form knows it before the portal has heard of the ticket.
/// </remarks>
public static class TicketNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(Guid ticketId)
    {
        Span<byte> bytes = stackalloc byte[16];
        ticketId.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = bytes[11..].ToArray().Aggregate(0UL, (all, next) => (all << 8) | next);
        return string.Create(9, bits, static (number, bits) =>
        {
            for (var i = 0; i < 8; i++)
                number[i < 4 ? i : i + 1] = Alphabet[(int)(bits >> (35 - (5 * i))) & 31];
            number[4] = '-';
        });
    }

    /// <summary>As typed, with or without hyphen, in small letters, with O for 0 and I or L for 1.</summary>
    /// <returns>Null when it cannot be a number.</returns>
    public static string? Read(string? typed)
    {
        var plain = Plain(typed);
        return plain.Length == 8 && plain.All(Alphabet.Contains) ? $"{plain[..4]}-{plain[4..]}" : null;
    }

    /// <summary>One half of it: what was heard on the telephone.</summary>
    /// <returns>Null when it cannot be one.</returns>
    public static string? ReadHalf(string? typed) => Plain(typed) is { Length: 4 } plain && plain.All(Alphabet.Contains) ? plain : null;

    private static string Plain(string? typed) => (typed ?? "").Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal)
        .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
