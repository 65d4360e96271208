using RolloutPortal.Importing.Files;

namespace RolloutPortal.Importing;

/// <summary>Guards what lies in a file that waits in the portal and is no part of its table: titles, other sheets, notes. As in columns that are
/// not imported, what may be something else is nobody's question, unless the cell at the head of its column says <em>cpr</em>.</summary>
internal static class StrayCells
{
    private const int Step = 500;

    /// <summary>One for the titles, and one for each sheet that holds any, in the order of the file.</summary>
    public static IReadOnlyList<Fault> Faults(IEnumerable<StrayRow> rows, PersonNumberGuard guard, CancellationToken ct)
    {
        var faults = new List<Fault>();
        var (sheet, heads, seen) = ((string?)null, new Dictionary<int, string>(), 0);
        var (count, first, worst) = (0, 0, (PersonNumber?)null);
        foreach (var (row, on) in rows)
        {
            if (seen++ % Step == 0) ct.ThrowIfCancellationRequested();
            if (on != sheet)
            {
                Tell();
                (sheet, heads, count, worst) = (on, [], 0, null);
            }

            for (var i = 0; i < row.Cells.Length; i++)
            {
                if (row.Cells[i].IsEmpty) continue;
                if (GuardedCell.Certain(guard, row.Cells[i], heads.GetValueOrDefault(i)) is { } number)
                {
                    if (count++ == 0) (first, worst) = (row.Line, number);
                }

                heads.TryAdd(i, GuardedCell.Seen(row.Cells[i]));
            }
        }

        Tell();
        return faults;

        void Tell()
        {
            if (worst is null) return;
            faults.Add(sheet is null ? Fault.OfFile(ImportFaults.PersonTitle, worst.Masked, worst.Rule, $"{first}")
                : sheet == StrayRow.OfFile ? Fault.OfFile(ImportFaults.PersonProperty, worst.Masked, worst.Rule)
                : Fault.OfFile(ImportFaults.PersonSheet, new Discretion(guard).Of(sheet), worst.Rule, $"{count}", $"{first}"));
        }
    }
}
