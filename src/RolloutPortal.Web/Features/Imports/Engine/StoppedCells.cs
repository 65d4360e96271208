using RolloutPortal.Importing;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Guarding;

namespace RolloutPortal.Web.Features.Imports.Engine;

/// <summary>Counts the cells and names of files in which the guard found a number, beside all else that it stops.</summary>
public sealed class StoppedCells(GuardCounter counter, AccountDirectory accounts)
{
    /// <summary>Somebody was told what is in a file: what is certain was refused, what is doubtful asked about.</summary>
    /// <param name="by">The account; empty: the command line.</param>
    public async Task Told(CheckedImport file, string kind, Guid by)
    {
        await Count(file.Faults.Where(fault => ImportFaults.IsPerson(fault.Key)), kind, GuardOutcome.Refused, by);
        await Count(file.Doubts, kind, GuardOutcome.Asked, by);
    }

    /// <summary>It was stored on somebody's word.</summary>
    /// <inheritdoc cref="Told"/>
    public Task Kept(CheckedImport file, string kind, Guid by) => Count(file.Doubts, kind, GuardOutcome.Kept, by);

    private async Task Count(IEnumerable<Fault> found, string kind, GuardOutcome outcome, Guid by)
    {
        var cells = found.Where(fault => fault.Values.Length > 1).Select(fault => (fault.Values[1], $"import.{kind}.{fault.Column ?? "file"}")).ToList();
        if (cells.Count > 0) await counter.Count(cells, outcome, by == Guid.Empty ? null : await accounts.Find(by));
    }
}
