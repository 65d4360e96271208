using System.Security.Cryptography;
using System.Text;
using RolloutPortal.Importing;

namespace RolloutPortal.Web.Features.Imports.Engine;

/// <summary>A file read and compared with what is known: what storing it would do, and everything that is wrong with it.</summary>
/// <param name="Plan">Null when the file cannot be read.</param>
public sealed record CheckedImport(ImportFile File, KindPlan? Plan)
{
    /// <summary>All of them, the file's first, then by line.</summary>
    public IReadOnlyList<Fault> Faults { get; } =
        [.. File.Faults.OrderBy(fault => fault.Line ?? 0), .. File.Rows.SelectMany(row => row.Faults)];

    public IReadOnlyList<Fault> Doubts { get; } = [.. File.Doubts, .. File.Rows.SelectMany(row => row.Doubts)];

    public int Count(RowOutcome outcome) => Enumerable.Range(0, File.Rows.Count).Count(row => Of(row).Outcome == outcome);

    public RowPlan Of(int row) => Plan?.Outcomes[row] ?? RowPlan.Not(File.Rows[row]);

    /// <summary>Old and new values of a row, as they may be shown.</summary>
    public IReadOnlyList<ValueChange> Changes(int row) =>
        [.. Of(row).Changes.Select(change => new ValueChange(change.Field, File.Discretion.OrNothing(change.Old), File.Discretion.OrNothing(change.New)))];

    public bool ChangesSomething => Count(RowOutcome.New) + Count(RowOutcome.Changed) > 0;

    /// <summary>The same when the preview would show the same, and storing do the same: what somebody looked at is what is stored.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Two columns may look the same in a row, masked or empty: which of them is meant counts too.
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001e', File.Columns.Select(column => $"{column.Index}={column.Field?.Name}"))));
        for (var i = 0; i < File.Rows.Count; i++)
        {
            var (row, plan) = (File.Rows[i], Of(i));
            var beside = plan.Beside.Select(place => $"{place.Code}={place.Role}={place.From:O}");
            var changes = plan.Changes.Select(change => $"{change.Field}={change.Old}>{change.New}");
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{row.Line}\u001f{plan.Outcome}\u001f{string.Join('\u001e', row.Shown)}\u001f{string.Join('\u001e', changes)}\u001f{string.Join('\u001e', beside)}"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
