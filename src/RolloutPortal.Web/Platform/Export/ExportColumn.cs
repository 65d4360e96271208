namespace RolloutPortal.Web.Platform.Export;

/// <summary>A column of a table that is exported.</summary>
/// <param name="Header">In the reader's language.</param>
/// <param name="Value">Text, a whole or decimal number, a <see cref="DateOnly"/>, or a <see cref="DateTime"/> in the zone that the reader
/// expects (an instant has none: convert it). Null: an empty cell.</param>
/// <param name="Width">In characters, where the values are much wider or narrower than their kind usually is.</param>
/// <param name="Wraps">A long text goes on in the next line of its cell.</param>
public sealed record ExportColumn<T>(string Header, Func<T, object?> Value, int? Width = null, bool Wraps = false);
