using System.Diagnostics;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Imports;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;
using EventLog = RolloutPortal.EventStore.Store;

namespace RolloutPortal.Web.Features.Imports.Engine;

/// <summary>Reads, checks and stores files of every kind; the browser and the verb use the same.</summary>
public sealed class Importer(IEnumerable<IImportKind> kinds, EventLog store, Ledger ledger, Actor actor, Clock clock)
{
    private readonly Dictionary<string, IImportKind> kinds = kinds.ToDictionary(kind => kind.Table.Name);

    private readonly FieldTable[] tables = [.. kinds.Select(kind => kind.Table)];

    public IReadOnlyList<IImportKind> Kinds { get; } = [.. kinds];

    public IImportKind? Find(string? kind) => kind is null ? null : kinds.GetValueOrDefault(kind);

    /// <summary>The first values of each column of a file, for whoever says what it is.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Samples(string kind, byte[] content, int? header) =>
        ImportSamples.Of(kinds[kind].Table, content, CellGuard.On(clock.Today(Zones.Default)), header);

    public async Task<CheckedImport> Check(ImportRequest request, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        var kind = kinds[request.Kind];
        // Reading is work of a processor for seconds: not on a thread that serves.
        var file = await Task.Run(
            () => ImportFile.Read(
                kind.Table, request.FileName, request.Content, CellGuard.On(clock.Today(Zones.Default)), request.Columns, tables,
                request.Header, isKept: !request.IsUnseen, (rows, share) => progress.Report(new(ImportPhase.Reading, rows, share)), ct), ct);
        progress.Report(new(ImportPhase.Comparing, file.Rows.Count));
        var plan = file.Columns.Count == 0 ? null : await kind.Plan(file, new ImportPlace(request.ImportId, request.ProgrammeId, request.Others), ct);
        return new CheckedImport(file, plan);
    }

    /// <summary>Stores all of a file in one transaction, or nothing.</summary>
    /// <param name="checkedFile">Without faults.</param>
    /// <param name="doubts">Cells that somebody vouched for.</param>
    /// <param name="beside">Rows to write with it.</param>
    /// <returns>What was stored: another look at the file, where somebody had changed something since. With faults, or other than what
    /// somebody saw: nothing was.</returns>
    /// <exception cref="StaleVersionException">Others were quicker until patience ran out; nothing was stored.</exception>
    public async Task<CheckedImport> Store(
        ImportRequest request, CheckedImport checkedFile, int doubts, IReadOnlyList<SideWrite> beside, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        var (started, digest) = (Stopwatch.GetTimestamp(), checkedFile.Digest());
        while (checkedFile.Faults.Count == 0 && checkedFile.ChangesSomething && (request.IsUnseen || checkedFile.Digest() == digest))
        {
            ct.ThrowIfCancellationRequested();
            progress.Report(new(ImportPhase.Storing, checkedFile.File.Rows.Count));
            try
            {
                await store.Append(await Appends(request, checkedFile, doubts, beside));
                break;
            }
            catch (Exception e) when (e is StaleVersionException or ClaimTakenException or OvertakenException && Stopwatch.GetElapsedTime(started) < Patience.Most)
            {
                var now = await Check(request, progress, ct);
                // Nothing of what the file says has moved: it is the import itself that has ended.
                if (e is OvertakenException && now.Digest() == checkedFile.Digest()) throw;
                checkedFile = now;
            }
        }

        return checkedFile;
    }

    private async Task<IReadOnlyList<Append>> Appends(ImportRequest request, CheckedImport file, int doubts, IReadOnlyList<SideWrite> beside)
    {
        var appends = file.Plan!.Appends();
        var batch = await ledger.Load<Import, ImportEvent>(request.ImportId);
        var stored = new ImportStored(
            request.ImportId, request.ProgrammeId, request.Kind, file.Count(RowOutcome.New), file.Count(RowOutcome.Changed), file.Count(RowOutcome.Unchanged),
            doubts, actor.Now(nameof(ImportStored)).By, clock.Now);
        var decision = batch.State.Store(stored);
        if (decision.Refusal is { } refusal) throw new InvalidOperationException(refusal.Key);
        return [.. appends, ledger.Append(batch, decision.Events, new Together { SideWrites = [.. file.Plan.Beside(appends), .. beside] })];
    }
}

/// <summary>A file to import.</summary>
/// <param name="ImportId">Of the batch that it will be.</param>
/// <param name="Columns">Mapped by hand: see <see cref="ImportColumn.Of"/>.</param>
/// <param name="Others">What was said of places that the file does not name; null: nothing.</param>
/// <param name="IsUnseen">Nobody has looked at what it would do: what it does by the time it is stored is what is meant.</param>
public sealed record ImportRequest(
    Guid ImportId, Guid ProgrammeId, string Kind, string FileName, byte[] Content, IReadOnlyDictionary<int, string>? Columns = null, bool IsUnseen = false,
    OtherPlaces? Others = null)
{
    /// <summary>The line of a CSV file's headers, as somebody said it; null: the first.</summary>
    public int? Header { get; init; }
}

/// <summary>What an import is at. Stored by name.</summary>
public enum ImportPhase { Waiting, Reading, Comparing, Storing }

/// <param name="Rows">Read so far; then of the whole file.</param>
/// <param name="Share">Of the file that has been read, 0 to 1; null: how much is left of the phase is not known.</param>
public readonly record struct ImportProgress(ImportPhase Phase, int Rows, double? Share = null);
