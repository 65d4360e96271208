using System.Buffers;
using System.Globalization;
using System.Text;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>CSV as a Danish or Swedish Excel opens it: UTF-8 with its mark, semicolons, CRLF, decimal comma, ISO dates.</summary>
/// <remarks>The dialect is the same in every language: what opens it has the language of the machine, not of the reader.</remarks>
internal sealed class CsvTable : ITableWriter
{
    private static readonly CultureInfo Numbers = CultureInfo.GetCultureInfo("da-DK");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(";\"\r\n,\t");

    private readonly Stream output;

    public CsvTable(Stream output, IReadOnlyList<ColumnHead> heads)
    {
        this.output = output;
        output.Write(Encoding.UTF8.Preamble);
        Row([.. heads.Select(head => head.Header)]);
    }

    public void Row(IReadOnlyList<object?> cells) => output.Write(Encoding.UTF8.GetBytes(string.Join(';', cells.Select(Written)) + "\r\n"));

    public void End()
    {
        // A row is whole by itself.
    }

    private static string Written(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number when Cells.IsNumber(cell) => number.ToString(null, Numbers),
        _ => Text(Cells.Safe(cell)),
    };

    private static string Text(string text) =>
        text.AsSpan().ContainsAny(Quoted) || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
