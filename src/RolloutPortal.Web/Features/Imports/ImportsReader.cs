using RolloutPortal.Domain.Naming;
using RolloutPortal.Importing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>Reads imports for their pages. Scoped.</summary>
public sealed class ImportsReader(ReadTables read, Importer importer, ImportDesk desk, EndedImports endings, ImportLines lines, ImportReversals reversals, Authors authors)
{
    private static readonly string Area = CreatedKind.Area.ToString().ToLowerInvariant();

    /// <summary>Boxes of one form: a form may have 300 fields.</summary>
    public const int MostAsked = 100;

    private const int LargestSampled = 16 * 1024 * 1024;

    public async Task<ImportsPage> All(Guid programmeId, string? kind, Guid? replaces, HttpRequest request, CancellationToken ct)
    {
        var list = ListRequest.Of(request, "-at");
        var total = (await read.Query("select count(*) from import_batch_row where programme_id = $1", row => row.GetInt64(0), ct, programmeId))[0];
        var pager = new Pager(list with { Address = list.Address with { Path = $"/programmes/{programmeId}/imports" } }, (int)total);
        var batches = await read.Where<ImportBatchRow>(
            $"programme_id = $1 order by stored_at desc, import_id limit {ListRequest.PageSize} offset {(pager.Page - 1) * ListRequest.PageSize}", ct, programmeId);
        var (open, ended) = (await desk.Open(programmeId, ct), await endings.Of(programmeId, ct));
        return new ImportsPage(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, [.. importer.Kinds.Select(one => one.Table)], kind, open, batches, pager,
            await desk.Names([.. batches.Select(batch => batch.ImportId)], ct),
            await authors.Of([.. batches.Select(batch => batch.StoredBy), .. open.Select(one => (Guid?)one.CreatedBy), .. ended.SelectMany(one => new[] { one.CreatedBy, one.EndedBy })], programmeId, ct))
        {
            Ended = ended,
            Replaces = open.Find(import => import.ImportId == replaces),
        };
    }

    /// <returns>Null when the programme has no such import.</returns>
    public async Task<ImportPage?> One(Guid programmeId, Guid importId, HttpRequest request, CancellationToken ct)
    {
        if (await desk.Find(importId, ct) is not { } import || import.ProgrammeId != programmeId) return null;
        var batch = await read.Get<ImportBatchRow>(importId, ct);
        return new ImportPage(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, importer.Find(import.Kind)!.Table, import, batch,
            batch is { ReversedAt: null } ? await reversals.Standing(batch, ct) : null,
            await authors.Of([import.CreatedBy, import.EndedBy, batch?.ReversedBy], programmeId, ct),
            import.State is ImportState.Checked ? await Preview(import, request, ct) : null)
        {
            Questions = await Questions(import, ct),
            Alike = await Alike(import, ct),
            Samples = import.State is ImportState.Checked ? await Samples(import, ct) : new Dictionary<int, IReadOnlyList<string>>(),
        };
    }

    private async Task<IReadOnlyList<(string Name, string Other)>> Alike(WaitingImport import, CancellationToken ct)
    {
        string[] fresh = [.. (import.Summary?.Also ?? []).Where(one => one.Kind == Area).Select(one => one.Name)];
        return fresh.Length == 0 ? [] : SimilarNames.Pairs(fresh, [.. (await read.Where<AreaRow>("programme_id = $1", ct, import.ProgrammeId)).SelectMany(area => area.Names)]);
    }

    /// <summary>What the form asks: doubts that nobody has answered for, the first of them.</summary>
    public async Task<IReadOnlyList<Fault>> Questions(WaitingImport import, CancellationToken ct) => import is { State: ImportState.Checked, Summary: { } summary }
        ? [.. summary.Doubts.Where(doubt => !import.Accepted.Contains(WaitingImport.DoubtKey(doubt))), .. await lines.OpenDoubts(import.ImportId, MostAsked, ct)]
        : [];

    /// <summary>None of a file so large that opening it again for each look would be felt.</summary>
    private async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> Samples(WaitingImport import, CancellationToken ct) =>
        await desk.Content(import.ImportId, ct, LargestSampled) is { } content
            ? await Task.Run(() => importer.Samples(import.Kind, content, import.Header), ct)
            : new Dictionary<int, IReadOnlyList<string>>();

    private async Task<Preview> Preview(WaitingImport import, HttpRequest request, CancellationToken ct)
    {
        var table = importer.Find(import.Kind)!.Table;
        // Whoever has faults to mend looks at those first.
        var show = request.Query.TryGetValue("show", out var asked) ? asked.ToString() : import.Summary is { FaultyRows: > 0 } ? nameof(RowOutcome.Fault) : null;
        var list = ListRequest.Of(request, "line");
        var pager = new Pager(list with { Address = list.Address with { Path = $"/programmes/{import.ProgrammeId}/imports/{import.ImportId}" } }, await lines.Count(import.ImportId, show, ct));
        var present = import.Headers.Select(column => column.Field).ToHashSet();
        return new Preview(
            show, await lines.Page(import.ImportId, show, pager.Page, ct), pager,
            [.. table.Fields.Select((field, place) => (field, place)).Where(one => present.Contains(one.field.Name))]);
    }
}
