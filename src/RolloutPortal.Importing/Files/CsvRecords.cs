using System.Text;

namespace RolloutPortal.Importing.Files;

/// <summary>The records of a CSV text, with the physical line where each starts. CRLF, LF, CR and mixtures end a line; quotes as RFC 4180.</summary>
/// <remarks>A reader of our own: CsvHelper counts rows and raw characters, but tells a record's faults at the line where it ends, joins
/// or drops what follows a stray quote by setting, and cannot say how many fields were quoted empty. Each of these is a sentence of
/// the contract.</remarks>
internal sealed class CsvRecords(string text)
{
    private readonly StringBuilder quoted = new();
    private int at;
    private int line = 1;
    private int start = 1;

    public char Delimiter { get; set; } = ';';

    /// <summary>Physical, from 1.</summary>
    public int Line => line;

    public bool IsAtEnd => at >= text.Length;

    /// <summary>Of the text, 0 to 1.</summary>
    public double Share => text.Length == 0 ? 1 : (double)at / text.Length;

    public ReadOnlySpan<char> PeekLine()
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    public void SkipLine()
    {
        at += PeekLine().Length;
        EndLine();
    }

    /// <summary>How often each of these stands outside quotes in the first record with anything else in it than white space.</summary>
    public int[] CountInFirst(string marks)
    {
        var counts = new int[marks.Length];
        var (isQuoted, isFilled) = (false, false);
        for (var i = at; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (c is '\r' or '\n' && isFilled) break;
            else if (marks.IndexOf(c, StringComparison.Ordinal) is >= 0 and var mark) counts[mark]++;
            isFilled |= !char.IsWhiteSpace(c) && marks.IndexOf(c, StringComparison.Ordinal) < 0;
        }

        return counts;
    }

    /// <returns>The next record, blank or not; null at the end.</returns>
    public SourceRow? Next()
    {
        if (at >= text.Length) return null;
        var (cells, fault, characters) = (new List<Cell>(16), (string?)null, 0);
        start = line;
        while (true)
        {
            var field = at < text.Length && text[at] == '"' ? Quoted(ref fault) : Plain(ref fault);
            // A line of delimiters alone may be as long as the file.
            if (cells.Count < SourceTable.MostColumns || !string.IsNullOrWhiteSpace(field)) cells.Add(new Cell(field.Trim()));
            if ((characters += field.Length) > SourceTable.LongestRecord) throw TooLong(ImportFaults.RowTooLong);
            if (at >= text.Length || text[at] != Delimiter) break;
            at++;
        }

        EndLine();
        return new SourceRow(start, [.. cells], fault is null ? null : new Fault(start, Fault.WholeRow, fault));
    }

    private string Plain(ref string? fault)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny(Delimiter, '\r', '\n');
        var field = end < 0 ? rest : rest[..end];
        if (field.Contains('"')) fault ??= ImportFaults.QuoteInside;
        at += field.Length;
        var filled = field.Trim();
        return filled.Length > SourceTable.LongestCell ? throw TooLong(ImportFaults.RowTooLong) : filled.ToString();
    }

    private string Quoted(ref string? fault)
    {
        quoted.Clear();
        at++;
        while (true)
        {
            var end = text.IndexOf('"', at);
            if (end < 0)
            {
                fault ??= ImportFaults.QuoteOpen;
                Take(text.Length, ImportFaults.QuoteOpen);
                return quoted.ToString();
            }

            Take(end);
            at = end + 1;
            if (at >= text.Length || text[at] != '"') break;
            quoted.Append('"');
            at++;
        }

        // Behind the closing quote only a delimiter or the end of the line may stand.
        if (at < text.Length && text[at] != Delimiter && text[at] is not ('\r' or '\n'))
        {
            fault ??= ImportFaults.QuoteInside;
            quoted.Append(Plain(ref fault));
        }

        return quoted.ToString();
    }

    /// <param name="fault">Of what is too long to be a cell.</param>
    private void Take(int end, string fault = ImportFaults.RowTooLong)
    {
        if (quoted.Length + end - at > SourceTable.LongestCell) throw TooLong(fault);
        for (; at < end; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n'))) line++;
            quoted.Append(text[at]);
        }
    }

    private UnreadableFileException TooLong(string fault) => new(fault == ImportFaults.RowTooLong
        ? new Fault(start, Fault.WholeRow, fault, $"{SourceTable.LongestCell}", $"{SourceTable.LongestRecord}")
        : new Fault(start, Fault.WholeRow, fault));

    private void EndLine()
    {
        if (at >= text.Length) return;
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
        at++;
        line++;
    }
}
