using RolloutPortal.Importing;
using RolloutPortal.Web.Features.Imports.Engine;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>What is done with one file that waits: it is checked, and told; or, as its user saw it, stored.</summary>
public sealed class ImportWork(ImportDesk desk, ImportEndings endings, ImportMappings mappings, Importer importer, StoppedCells stopped)
{
    public async Task Do(WaitingImport import, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        if (await desk.Content(import.ImportId, ct) is not { } content) return;
        var request = new ImportRequest(import.ImportId, import.ProgrammeId, import.Kind, import.FileName, content, await desk.Mapping(import.ImportId, ct), Others: import.Others) { Header = import.Header };
        var found = await importer.Check(request, progress, ct);
        if (found.File.IsRefused)
        {
            await stopped.Told(found, import.Kind, import.CreatedBy);
            await endings.Refuse(import.ImportId, found, ct);
            return;
        }

        // Somebody looks at a file once it is checked: from then on only they map it.
        if (request.Columns is null && import.State is ImportState.Checking && await Remembered(request, found, progress, ct) is { } known)
            (request, found) = (known, await importer.Check(known, progress, ct));

        if (import.State is ImportState.Checking)
        {
            if (await desk.Tell(import.ImportId, found, hasMoved: false, ct)) await stopped.Told(found, import.Kind, import.CreatedBy);
            return;
        }

        var isAsSeen = found.Digest() == import.Digest && found.Faults.Count == 0 && found.ChangesSomething;
        var now = isAsSeen ? await importer.Store(request, found, found.Doubts.Count, ImportEndings.Stored(import.ImportId), progress, ct) : found;
        if (!isAsSeen || now.Digest() != import.Digest || now.Faults.Count > 0) await desk.Tell(import.ImportId, now, hasMoved: true, ct);
        else await stopped.Kept(now, import.Kind, import.CreatedBy);
    }

    /// <summary>How somebody mapped these headers before, whether they stand first or below a title; null: nobody has.</summary>
    private async Task<ImportRequest?> Remembered(ImportRequest request, CheckedImport found, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        if (found.File.HeaderBelow is { } line)
        {
            request = request with { Header = line };
            found = await importer.Check(request, progress, ct);
        }

        var headers = found.File.Columns.Select(column => (column.Index, column.Header)).ToList();
        if (await mappings.Recall(request.ProgrammeId, request.Kind, headers, ct) is not { } before) return null;
        var columns = ImportColumn.Remembered(found.File.Columns, before);
        await desk.Keep(request.ImportId, columns, request.Header, ct);
        return request with { Columns = columns };
    }
}
