using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Imports;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>One file: what it would do, its columns and doubts, storing it, giving it up, taking it back.</summary>
[Authorize(Policies.Import), LogReading, Route("programmes/{programmeId:guid}/imports/{importId:guid}")]
public sealed class ImportController(ImportsReader reader, Importer importer, ImportDesk desk, ImportMappings mappings, ImportRunner runner, ImportReversals reversals) : PortalController
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(2);

    [HttpGet]
    public async Task<IActionResult> Show(Guid programmeId, Guid importId, CancellationToken ct) =>
        await reader.One(programmeId, importId, Request, ct) is { } page ? Page("Import", "_Import", page) : NotFound();

    [HttpPost("columns")]
    public async Task<IActionResult> Map(Guid programmeId, Guid importId, ColumnsForm form, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        var table = importer.Find(import.Kind)!.Table;
        var chosen = import.Headers.ToDictionary(column => column.Index, column => table.Named(form.Column.GetValueOrDefault(column.Index) ?? "")?.Name ?? "");
        if (await desk.Map(importId, chosen, ct))
        {
            await mappings.Remember(import, chosen, ct);
            await runner.Settle(importId, AMoment, ct);
        }

        return Back(import);
    }

    /// <summary>It is a file of another kind, as its headers say.</summary>
    [HttpPost("kind")]
    public async Task<IActionResult> OpenAs(Guid programmeId, Guid importId, [FromForm] string? kind, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import || importer.Find(kind) is null) return NotFound();
        if (await desk.OpenAs(importId, kind!, ct)) await runner.Settle(importId, AMoment, ct);
        return Back(import);
    }

    /// <summary>Its headers stand below what was taken for them.</summary>
    [HttpPost("header")]
    public async Task<IActionResult> HeaderBelow(Guid programmeId, Guid importId, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        if (import.Summary?.HeaderBelow is { } below && await desk.HeaderAt(importId, int.Parse(below.Values[1], CultureInfo.InvariantCulture), ct))
            await runner.Settle(importId, AMoment, ct);
        return Back(import);
    }

    /// <summary>Whether people who have a place that the file does not name have left it.</summary>
    [HttpPost("places")]
    public async Task<IActionResult> Decide(Guid programmeId, Guid importId, PlacesForm form, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        if (form.Others is { } others && Enum.IsDefined(others) && await desk.Decide(importId, others, ct)) await runner.Settle(importId, AMoment, ct);
        return SeeOther($"{Address(import)}#places");
    }

    [HttpPost("answers")]
    public async Task<IActionResult> Answer(Guid programmeId, Guid importId, [FromForm] string[] innocent, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        // Only what is asked about can be answered: the form shows the first that are open.
        var asked = (await reader.Questions(import, ct)).Select(WaitingImport.DoubtKey).ToHashSet();
        await desk.Accept(importId, [.. innocent.Where(asked.Contains).Distinct()], ct);
        return SeeOther($"{Address(import)}#doubts");
    }

    /// <summary>None of those that the form showed is a person number.</summary>
    [HttpPost("answers/all")]
    public Task<IActionResult> AnswerAll(Guid programmeId, Guid importId, [FromForm] string[] asked, CancellationToken ct) => Answer(programmeId, importId, asked, ct);

    [HttpPost("answers/withdrawal")]
    public async Task<IActionResult> Unanswer(Guid programmeId, Guid importId, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        await desk.Unanswer(importId, ct);
        return SeeOther($"{Address(import)}#doubts");
    }

    /// <param name="seen">The digest of what the form's user looked at: somebody else may have mapped other columns meanwhile.</param>
    [HttpPost("storing")]
    public async Task<IActionResult> Store(Guid programmeId, Guid importId, [FromForm] string? seen, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        if (import.MayStore && await desk.AskToStore(importId, seen, import.Accepted, ct)) await runner.Settle(importId, AMoment, ct);
        return Back(import);
    }

    [HttpPost("cancellation")]
    public async Task<IActionResult> Cancel(Guid programmeId, Guid importId, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        await desk.Cancel(importId, Actor.AccountId(User)!.Value, ct);
        return Back(import);
    }

    [HttpPost("reversal")]
    public async Task<IActionResult> Reverse(Guid programmeId, Guid importId, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        return await reversals.Reverse(importId, ct) is { } refusal ? await Refused(programmeId, importId, refusal, ct) : Back(import);
    }

    private async Task<WaitingImport?> Find(Guid programmeId, Guid importId, CancellationToken ct) =>
        await desk.Find(importId, ct) is { } import && import.ProgrammeId == programmeId ? import : null;

    /// <summary>What stands on it is on the page; a file that was never stored is nothing to take back.</summary>
    private async Task<IActionResult> Refused(Guid programmeId, Guid importId, Refusal refusal, CancellationToken ct) =>
        refusal.Key == ImportRefusals.NotFound ? NotFound() : Unprocessable("_Import", (await reader.One(programmeId, importId, Request, ct))!, refusal);

    private IActionResult Back(WaitingImport import) => SeeOther(Address(import));

    private static string Address(WaitingImport import) => $"/programmes/{import.ProgrammeId}/imports/{import.ImportId}";
}
