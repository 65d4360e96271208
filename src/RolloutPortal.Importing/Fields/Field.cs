namespace RolloutPortal.Importing.Fields;

/// <summary>What stands in a field, and so how its cells are read.</summary>
public enum FieldKind
{
    /// <summary>One line that people read.</summary>
    Name,

    /// <summary>What a thing is found by: leading zeros count, a spreadsheet's number format too.</summary>
    Key,

    Whole,
    Amount,
    Date,

    /// <summary>A last day, inclusive; empty or 9999-12-31: open-ended.</summary>
    LastDate,

    Choice,
    TimeZone,
    OpeningHours,
    Email,
}

/// <summary>One field of a kind of file.</summary>
/// <param name="Name">In English; also how faults name it.</param>
/// <param name="Headers">What its column may be called, by language (<c>da</c>, <c>sv</c>, <c>en</c>); the first is the template's.</param>
public sealed record Field(string Name, FieldKind Kind, bool IsRequired, IReadOnlyDictionary<string, string[]> Headers)
{
    /// <summary>Characters of a name or a key.</summary>
    public int Longest { get; init; } = 1_000;

    /// <summary>Of a choice: each value with the words that stand for it; the first three are the English, the Danish and the Swedish one.</summary>
    public IReadOnlyList<(string Value, string[] Words)> Choices { get; init; } = [];

    /// <summary>The largest whole number.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Headers of others' files that probably mean it: offered to whoever maps columns, never taken by themselves.</summary>
    public IReadOnlyList<string> Likely { get; init; } = [];

    /// <summary>What may stand in it, for the help page.</summary>
    public string Example { get; init; } = "";

    public static Field Of(string name, FieldKind kind, bool required, string[] danish, string[] swedish, params string[] english) =>
        new(name, kind, required, new Dictionary<string, string[]> { ["da"] = danish, ["sv"] = swedish, ["en"] = [name, .. english] });
}

/// <summary>A kind of file: its fields, in the order of the template.</summary>
/// <param name="Name">As the verb takes it.</param>
public sealed record FieldTable(string Name, IReadOnlyList<Field> Fields)
{
    private readonly Dictionary<string, Field> byHeader = Known(Fields);

    public Field? ByHeader(string header) => byHeader.GetValueOrDefault(HeaderText.Canonical(header));

    public Field? Named(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public int IndexOf(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Name == name) return i;

        throw new ArgumentException($"No field {name} in {Name}.", nameof(name));
    }

    /// <summary>How many different fields a row of headers names.</summary>
    public int Count(IReadOnlyList<string> headers) => headers.Select(ByHeader).OfType<Field>().Distinct().Count();

    /// <summary>Another kind that a row of headers fits much better: it names more than twice as many of that one's fields, and lacks fewer
    /// of those that must be there.</summary>
    public FieldTable? Better(IReadOnlyList<string> headers, IEnumerable<FieldTable> others) => Lacking(headers) == 0 ? null : others
        .Where(other => other.Name != Name && other.Count(headers) > 2 * Count(headers) && other.Lacking(headers) < Lacking(headers))
        .MaxBy(other => other.Count(headers));

    private int Lacking(IReadOnlyList<string> headers) => Fields.Count(field => field.IsRequired && headers.All(header => ByHeader(header) != field));

    private static Dictionary<string, Field> Known(IReadOnlyList<Field> fields) => fields
        .SelectMany(field => field.Headers.Values.SelectMany(names => names).Select(name => (Key: HeaderText.Canonical(name), field)))
        .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.field);
}
