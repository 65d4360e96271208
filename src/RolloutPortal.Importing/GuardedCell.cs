using RolloutPortal.Importing.Files;
using RolloutPortal.Importing.Values;

namespace RolloutPortal.Importing;

/// <summary>A cell as the guard reads it: whatever is seen, stored or told of it, and the worst of that counts.</summary>
internal static class GuardedCell
{
    /// <summary>What a number's format makes of it is what people see, and in a key what is stored: 101575000 may be 010157-5000.</summary>
    public static string Seen(Cell cell) => cell.Kind is CellKind.Number ? NumberFormats.Apply(cell.Format, cell.Text ?? "") : cell.Text ?? "";

    public static PersonNumber? Find(PersonNumberGuard guard, Cell cell)
    {
        var (seen, stored) = (Seen(cell), cell.Text ?? "");
        var worst = guard(seen);
        // A format may as well take a number apart, and a name is stored without it.
        if (stored != seen) worst = Worse(worst, guard(stored));
        // Told beside its fault with blanks for what cannot be shown.
        if (stored.Any(char.IsControl)) worst = Worse(worst, guard(SuitableText.Shown(stored, stored.Length)));
        return worst;
    }

    /// <summary>What is nobody's question, for it is not imported: what may be something else is none, unless the head of its column says
    /// <em>cpr</em>.</summary>
    /// <param name="head">Null or empty: there is none.</param>
    public static PersonNumber? Certain(PersonNumberGuard guard, Cell cell, string? head)
    {
        var number = Find(guard, cell);
        if (number is { IsCertain: false } && head is { Length: > 0 }) number = guard($"{head} {Seen(cell)}");
        return number is { IsCertain: true } ? number : null;
    }

    private static PersonNumber? Worse(PersonNumber? one, PersonNumber? other) => one is null || (other is { IsCertain: true } && !one.IsCertain) ? other : one;
}
