namespace RolloutPortal.Importing.Fields;

/// <summary>A guess at what columns are whose headers say nothing that the portal knows: for whoever maps them, to be looked at.</summary>
public static class LikelyFields
{
    private const int ShortestPart = 3;

    /// <summary>By column: a field that no column has yet, each at most once. A header fits that is likely by itself (<see cref="Field.Likely"/>),
    /// or begins or ends with one of the field's own: "Arbejdsmail", "Ansat fra". The longer part wins.</summary>
    public static IReadOnlyDictionary<int, Field> Of(FieldTable table, IReadOnlyList<(int Index, string Header, string? Field)> columns)
    {
        var free = table.Fields.Where(field => columns.All(column => column.Field != field.Name)).ToList();
        var guesses = columns.Where(column => column.Field is null)
            .SelectMany(column => free.Select(field => (column.Index, Field: field, Fit: Fit(field, HeaderText.Canonical(column.Header).TrimEnd('.')))))
            .Where(guess => guess.Fit > 0).OrderByDescending(guess => guess.Fit).ThenBy(guess => guess.Index);
        var likely = new Dictionary<int, Field>();
        foreach (var guess in guesses)
            if (!likely.ContainsValue(guess.Field)) likely.TryAdd(guess.Index, guess.Field);

        return likely;
    }

    /// <summary>Letters that agree; 0: none, or too few to mean anything.</summary>
    private static int Fit(Field field, string header)
    {
        if (field.Likely.Any(likely => HeaderText.Canonical(likely).TrimEnd('.') == header)) return header.Length + 1;
        return field.Headers.Values.SelectMany(names => names).Select(HeaderText.Canonical)
            .Where(name => name.Length >= ShortestPart && (header.StartsWith(name, StringComparison.Ordinal) || header.EndsWith(name, StringComparison.Ordinal)))
            .Select(name => name.Length).DefaultIfEmpty().Max();
    }
}
