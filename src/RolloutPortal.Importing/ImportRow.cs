using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Importing;

/// <summary>One row of a file, by the fields of its kind.</summary>
/// <param name="Shown">What was written in each field, fit to be shown: person numbers masked, nothing invisible. Null: nothing.</param>
/// <param name="Values">What it means: see <see cref="Values.CellValue"/>. Null: nothing, or a fault.</param>
public sealed record ImportRow(int Line, FieldTable Table, string?[] Shown, object?[] Values)
{
    private static readonly List<Fault> None = [];

    private List<Fault>? faults;
    private List<Fault>? doubts;

    public IReadOnlyList<Fault> Faults => faults ?? None;

    /// <summary>Cells that may hold a person number, and may not.</summary>
    public IReadOnlyList<Fault> Doubts => doubts ?? None;

    public bool IsSound => faults is null;

    internal Discretion Discretion { get; init; } = Discretion.None;

    public T? Get<T>(string field) => Values[Table.IndexOf(field)] is T value ? value : default;

    public void Fault(string field, string key, params string[] values) => Add(new Fault(Line, field, key, values));

    /// <summary>What was said of a field before is told better.</summary>
    public void Instead(string field, string key, params string[] values)
    {
        faults?.RemoveAll(fault => fault.Column == field);
        Fault(field, key, values);
    }

    /// <summary>Whatever a fault quotes, it quotes with discretion.</summary>
    public void Add(Fault fault) => (faults ??= []).Add(fault with { Values = [.. fault.Values.Select(Discretion.Of)] });

    public void Doubt(string field, string masked, string rule) => (doubts ??= []).Add(new Fault(Line, field, ImportFaults.PersonDoubt, masked, rule));
}
