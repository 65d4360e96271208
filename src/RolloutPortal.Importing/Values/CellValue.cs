using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Files;

namespace RolloutPortal.Importing.Values;

/// <summary>What a cell says in its field: a value, nothing, or what is wrong with it.</summary>
/// <param name="Of">A string, an <see cref="int"/>, a <see cref="decimal"/> or a <see cref="DateOnly"/>; null: empty, or open-ended.</param>
/// <param name="Fault">A key of <see cref="ImportFaults"/>; null: sound.</param>
/// <param name="Said">The other values of the fault's text, before which stands what was written.</param>
public readonly record struct CellValue(object? Of, string? Fault = null, IReadOnlyList<string>? Said = null)
{
    /// <summary>In which the words of choices stand, first of all.</summary>
    public static string[] Languages { get; } = ["en", "da", "sv"];

    public static CellValue Wrong(string fault, params string[] said) => new(null, fault, said);

    /// <param name="is1904">The spreadsheet counts days from 1904.</param>
    public static CellValue Read(Field field, Cell cell, bool is1904)
    {
        if (cell.Kind is CellKind.NoValue) return Wrong(ImportFaults.Formula);
        if (cell.Kind is CellKind.Error) return Wrong(ImportFaults.ErrorValue);

        var text = cell.Text ?? "";
        if (text.Length == 0) return field.IsRequired ? Wrong(ImportFaults.Missing) : default;
        if (SuitableText.Check(text, field.Kind is FieldKind.OpeningHours) is { } unsuitable) return unsuitable;

        return field.Kind switch
        {
            FieldKind.Name => Short(field, text),
            FieldKind.Key => Short(field, text),
            FieldKind.Whole => Numbers.Whole(text, cell.Kind is CellKind.Number, field.Most),
            FieldKind.Amount => Numbers.Decimal(text, cell.Kind is CellKind.Number),
            FieldKind.Date => Dates.Read(cell, is1904, mayBeOpen: false),
            FieldKind.LastDate => Dates.Read(cell, is1904, mayBeOpen: true),
            FieldKind.Choice => Choice(field, text),
            FieldKind.TimeZone => Domain.Calendar.Zones.Has(text) ? new(text) : Wrong(ImportFaults.NoZone),
            FieldKind.OpeningHours => OpeningHours.Read(text, out var hours) is { } no ? Wrong(ImportFaults.NoHours, $"{no.Values[0]}") : new(hours.Text),
            FieldKind.Email => EmailAddress.Check(text, out var address) is null ? new(address) : Wrong(ImportFaults.NoEmail),
            _ => throw new InvalidOperationException($"{field.Kind}"),
        };
    }

    private static CellValue Short(Field field, string text)
    {
        var clean = CleanText.Of(text);
        if (clean is null) return Wrong(ImportFaults.Control);
        if (clean.Length == 0) return field.IsRequired ? Wrong(ImportFaults.Missing) : default;
        if (clean.Length > field.Longest) return Wrong(ImportFaults.TooLong, $"{field.Longest}");
        return field.Kind is FieldKind.Key && clean.Any(char.IsWhiteSpace) ? Wrong(ImportFaults.KeySpace) : new(clean);
    }

    private static CellValue Choice(Field field, string text)
    {
        var canonical = HeaderText.Canonical(text);
        foreach (var (value, words) in field.Choices)
            if (words.Any(word => HeaderText.Canonical(word) == canonical)) return new(value);

        return Wrong(ImportFaults.NoChoice, [.. Enumerable.Range(0, Languages.Length).Select(language => string.Join(", ", field.Choices.Select(choice => choice.Words[language])))]);
    }
}
