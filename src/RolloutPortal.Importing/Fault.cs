namespace RolloutPortal.Importing;

/// <summary>What is wrong with a file, with one of its rows, or with one cell.</summary>
/// <param name="Line">The physical line where the record starts, from 1; in a spreadsheet the row number that Excel shows; null: the file.</param>
/// <param name="Column">The field's English name; <see cref="WholeRow"/> for the row itself; null: the file.</param>
/// <param name="Key">One of <see cref="ImportFaults"/>, or of the domain's refusals; also the key of its text.</param>
/// <param name="Values">Fill the text's placeholders.</param>
public sealed record Fault(int? Line, string? Column, string Key, params string[] Values)
{
    public const string WholeRow = "row";

    /// <summary>How many are told one by one (importing.md).</summary>
    public const int MostTold = 1_000;

    /// <summary>The kind of file that it is by its headers; null: that is not what is wrong.</summary>
    public string? OtherKind() => Line is null && Key.StartsWith(ImportFaults.FileOfKind, StringComparison.Ordinal) ? Key[ImportFaults.FileOfKind.Length..] : null;

    public static Fault OfFile(string key, params string[] values) => new(null, null, key, values);

    /// <summary>Where it is, the same in every language: <c>line 12: code</c>, or <c>file</c>.</summary>
    public string Where => Line is null ? "file" : $"line {Line}: {Column}";
}
