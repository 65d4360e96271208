using System.Text;
using System.Xml;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>Values as they may stand in a cell of somebody else's spreadsheet.</summary>
public static class Cells
{
    /// <summary>What a cell holds at most, in characters (Excel).</summary>
    public const int Longest = 32_767;

    // The full-width forms begin a formula too, where the system's language is an East Asian one.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static bool IsNumber(object cell) => cell is int or long or short or decimal or double or float;

    /// <summary>A text with an apostrophe before what a spreadsheet would calculate (importing.md, "Unsuitable text"), and without
    /// characters that a file cannot hold.</summary>
    /// <remarks>In CSV and XLSX alike: a cell of XLSX is text whatever it begins with, but only until somebody saves the sheet as CSV.</remarks>
    /// <exception cref="ArgumentException">Not a text: each file would write it in another way.</exception>
    public static string Safe(object cell)
    {
        var text = cell as string ?? throw new ArgumentException($"A cell is text, a number, a day or a local time; not {cell.GetType().Name}.", nameof(cell));
        var clean = text.All(XmlConvert.IsXmlChar) ? text : Cleaned(text);
        if (clean.Length > 0 && FormulaStarts.Contains(clean[0], StringComparison.Ordinal)) clean = "'" + clean;
        return clean.Length <= Longest ? clean : clean[..(Longest - (char.IsHighSurrogate(clean[Longest - 2]) ? 2 : 1))] + "…";
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        return clean.ToString();
    }
}
