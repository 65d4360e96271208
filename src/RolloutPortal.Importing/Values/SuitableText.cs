using System.Text;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Importing.Values;

/// <summary>What no cell may hold, whatever its field (importing.md, "Unsuitable text").</summary>
internal static class SuitableText
{
    public const int Longest = 1_000;

    public static CellValue? Check(string text, bool mayHaveLines)
    {
        if (text.Length > Longest) return CellValue.Wrong(ImportFaults.TooLong, $"{Longest}");
        foreach (var rune in text.EnumerateRunes())
        {
            if (CleanText.IsDirection(rune)) return CellValue.Wrong(ImportFaults.Direction);
            if (rune.Value is '\n' or '\r' && mayHaveLines) continue;
            if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029) return CellValue.Wrong(ImportFaults.NewLine);
            if (Rune.IsControl(rune) || rune.Value == 0xFFFD) return CellValue.Wrong(ImportFaults.Control);
        }

        return null;
    }

    /// <summary>What stands in a cell, short and harmless enough to be told.</summary>
    public static string Shown(string text, int most = 40)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length > most) return $"{plain}…";
            plain.Append(Rune.IsControl(rune) || CleanText.IsDirection(rune) || rune.Value is 0x2028 or 0x2029 ? " " : rune.ToString());
        }

        return plain.ToString();
    }
}
