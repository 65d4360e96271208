using System.Text;

namespace RolloutPortal.Importing.Fields;

/// <summary>Headers made comparable: trimmed, unquoted, composed, without case (importing.md, "Headers").</summary>
public static class HeaderText
{
    public static string Canonical(string header)
    {
        var text = header.Trim().Trim('"', '\'', '“', '”').Trim();
        // What can never become a letter cannot be composed either.
        var plain = string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0xFFFE or 0xFFFF or 0xFEFF or 0x200B)));
        try
        {
            return plain.Normalize(NormalizationForm.FormC).ToUpperInvariant().ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return plain.ToUpperInvariant();
        }
    }
}
