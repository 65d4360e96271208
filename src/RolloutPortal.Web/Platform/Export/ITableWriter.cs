namespace RolloutPortal.Web.Platform.Export;

/// <summary>Writes a table row by row, and keeps none of it.</summary>
internal interface ITableWriter
{
    void Row(IReadOnlyList<object?> cells);

    /// <summary>What stands behind the last row. A file without it is broken, as it should be when its rows were.</summary>
    void End();
}

/// <summary>A column without its values.</summary>
/// <param name="Width">In characters; null: what the kind of its first value needs.</param>
/// <param name="Wraps">A long text goes on in the next line of its cell.</param>
internal sealed record ColumnHead(string Header, int? Width, bool Wraps = false);
