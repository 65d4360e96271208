namespace RolloutPortal.Importing.Files;

/// <summary>How a cell came to its value.</summary>
public enum CellKind
{
    /// <summary>Typed characters of a CSV file.</summary>
    Typed,

    /// <summary>Text of a spreadsheet.</summary>
    Text,

    /// <summary>A number of a spreadsheet; <see cref="Cell.Text"/> is its digits with a point.</summary>
    Number,

    /// <summary>A formula without a cached value.</summary>
    NoValue,

    /// <summary>An error value, such as <c>#N/A</c>.</summary>
    Error,
}

/// <summary>One cell of a file, as it stands there, trimmed.</summary>
/// <param name="Format">The number format of a spreadsheet's number (<c>000</c>); null: none.</param>
public readonly record struct Cell(string? Text, CellKind Kind = CellKind.Typed, string? Format = null)
{
    public bool IsEmpty => Kind is not (CellKind.NoValue or CellKind.Error) && string.IsNullOrEmpty(Text);
}

/// <summary>One record of a file.</summary>
/// <param name="Line">The physical line where it starts, or the spreadsheet's row number.</param>
/// <param name="Cells">By column; those at the end may be lacking.</param>
/// <param name="Fault">The record itself cannot be read; then its cells mean nothing.</param>
public sealed record SourceRow(int Line, Cell[] Cells, Fault? Fault = null)
{
    public Cell this[int column] => column < Cells.Length ? Cells[column] : default;

    public bool IsBlank => Fault is null && Array.TrueForAll(Cells, cell => cell.IsEmpty);
}

/// <summary>A file as rows below a header.</summary>
/// <param name="Rows">Those with content; read while they are asked for.</param>
/// <param name="Is1904">Numbers count days from 1904.</param>
public sealed record SourceTable(SourceRow Header, IEnumerable<SourceRow> Rows, bool Is1904 = false)
{
    /// <summary>More is no list of a municipality, but a mistake or an attack.</summary>
    public const int MostRows = 200_000;

    public const int MostColumns = 256;

    /// <summary>Characters of a cell, as in Excel. What is longer is no cell, and is not read to its end: of a text that is to be guarded, each
    /// character costs a hundred times what it takes.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Characters of all cells of a record.</summary>
    public const int LongestRecord = 1_000_000;

    /// <summary>What lies in the file beside the table; read while it is asked for.</summary>
    public IEnumerable<StrayRow> Strays { get; init; } = [];

    /// <summary>How much of the file has been read by now, 0 to 1; null: nobody knows.</summary>
    public Func<double>? Share { get; init; }
}

/// <summary>A row that is never imported, and comes along all the same: above the headers, on another sheet, hidden or not, or a note.</summary>
/// <param name="Sheet">Its name, where it is not a row above the table's headers.</param>
public sealed record StrayRow(SourceRow Row, string? Sheet = null)
{
    /// <summary>In the place of a sheet: it belongs to the file itself. No tab is without a name.</summary>
    public const string OfFile = "";
}

/// <summary>The file cannot be read at all.</summary>
public sealed class UnreadableFileException(Fault fault) : Exception(fault.Key)
{
    public UnreadableFileException(string key, params string[] values) : this(Importing.Fault.OfFile(key, values))
    {
    }

    public Fault Fault { get; } = fault;
}
