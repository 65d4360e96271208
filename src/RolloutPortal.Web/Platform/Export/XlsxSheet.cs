using System.Globalization;
using System.Text;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>One sheet of a workbook, written from top to bottom.</summary>
internal sealed class XlsxSheet
{
    private readonly StringBuilder xml = new();
    private readonly Stream part;
    private readonly string[] letters;
    private readonly int[] styles;

    /// <param name="first">The first row, for the width of the columns.</param>
    public XlsxSheet(Stream part, IReadOnlyList<ColumnHead> heads, IReadOnlyList<object?> first)
    {
        this.part = part;
        styles = [.. heads.Select(head => head.Wraps ? XlsxParts.Wrapped : XlsxParts.Plain)];
        letters = [.. Enumerable.Range(0, heads.Count).Select(Letters)];
        xml.Append(XlsxParts.Declaration).Append($"<worksheet xmlns=\"{XlsxParts.Main}\"><sheetViews><sheetView workbookViewId=\"0\">")
            .Append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>")
            .Append("</sheetView></sheetViews><cols>");
        for (var i = 0; i < heads.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Width(heads[i], first[i])}\" customWidth=\"1\"/>");
        xml.Append("</cols><sheetData>");
        Row([.. heads.Select(head => head.Header)], [.. heads.Select(_ => XlsxParts.Heading)]);
    }

    /// <summary>The heading included.</summary>
    public int Rows { get; private set; }

    public void Row(IReadOnlyList<object?> cells) => Row(cells, styles);

    public void End()
    {
        xml.Append(CultureInfo.InvariantCulture, $"</sheetData><autoFilter ref=\"A1:{letters[^1]}{Rows}\"/></worksheet>");
        Write();
        part.Dispose();
    }

    private void Row(IReadOnlyList<object?> cells, int[] of)
    {
        Rows++;
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{Rows}\">");
        for (var i = 0; i < cells.Count; i++)
            if (cells[i] is { } cell) Append(cell, $"{letters[i]}{Rows}", of[i]);
        xml.Append("</row>");
        Write();
    }

    private void Append(object cell, string at, int of)
    {
        if (cell is DateOnly day) Number(at, XlsxParts.Day, day.ToDateTime(TimeOnly.MinValue).ToOADate());
        else if (cell is DateTime time) Number(at, XlsxParts.DayAndTime, time.ToOADate());
        else if (Cells.IsNumber(cell)) Number(at, of, (IFormattable)cell);
        else xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{of}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{XlsxParts.Escape(Cells.Safe(cell))}</t></is></c>");
    }

    private void Number(string at, int of, IFormattable value) =>
        xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{of}\"><v>{value.ToString(null, CultureInfo.InvariantCulture)}</v></c>");

    private void Write()
    {
        part.Write(Encoding.UTF8.GetBytes(xml.ToString()));
        xml.Clear();
    }

    /// <remarks>Beside a heading stands the arrow of its filter.</remarks>
    private static int Width(ColumnHead head, object? first) => head.Width ?? Math.Max(head.Header.Length + 4, first switch
    {
        DateOnly => 12,
        DateTime => 17,
        string => 24,
        null => 16, // of what comes further down nothing is known yet
        _ => 8,
    });

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);
}
