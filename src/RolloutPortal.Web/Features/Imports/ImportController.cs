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
public sealed class ImportController(ImportsReader reader, Importer importer, ImportDesk desk, ImportAnswers answers, ImportEndings endings, ImportMappings mappings, ImportRunner runner, ImportReversals reversals) : PortalController
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
        if (!await answers.Map(importId, form.Seen, chosen, ct))
            return await Overtaken(import, async now => now.IsOpen && IsSame(await desk.Mapping(importId, ct), chosen), ct, chosen);
        await mappings.Remember(import, chosen, ct);
        return await Settled(import, ct);
    }

    /// <summary>It is a file of another kind, as its headers say.</summary>
    [HttpPost("kind")]
    public async Task<IActionResult> OpenAs(Guid programmeId, Guid importId, [FromForm] string? kind, [FromForm] string? seen, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import || importer.Find(kind) is null) return NotFound();
        return await answers.OpenAs(importId, seen, kind!, ct) ? await Settled(import, ct) : await Overtaken(import, now => now.IsOpen && now.Kind == kind, ct);
    }

    /// <summary>Its headers stand below what was taken for them.</summary>
    /// <param name="line">The one that was offered.</param>
    [HttpPost("header")]
    public async Task<IActionResult> HeaderBelow(Guid programmeId, Guid importId, [FromForm] int? line, [FromForm] string? seen, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        var isOffered = import.Summary?.HeaderBelow is { } below && int.Parse(below.Values[1], CultureInfo.InvariantCulture) == line;
        return isOffered && await answers.HeaderAt(importId, seen, line!.Value, ct) ? await Settled(import, ct) : await Overtaken(import, now => now.IsOpen && now.Header is not null && now.Header == line, ct);
    }

    /// <summary>Whether people who have a place that the file does not name have left it.</summary>
    [HttpPost("places")]
    public async Task<IActionResult> Decide(Guid programmeId, Guid importId, PlacesForm form, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        if (form.Others is not { } others || !Enum.IsDefined(others)) return SeeOther($"{Address(import)}#places");
        return await answers.Decide(importId, form.Seen, others, ct) ? await Settled(import, ct, "#places") : await Overtaken(import, now => now.IsOpen && now.Others == others, ct);
    }

    [HttpPost("answers")]
    public async Task<IActionResult> Answer(Guid programmeId, Guid importId, [FromForm] string[] innocent, [FromForm] string? seen, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        // Only what is asked about can be answered: the form shows the first that are open.
        var asked = (await reader.Questions(import, ct)).Select(WaitingImport.DoubtKey).ToHashSet();
        var answered = innocent.Where(asked.Contains).Distinct().ToArray();
        return innocent.All(import.Accepted.Contains) || (answered.Length > 0 && await answers.Accept(importId, seen, answered, ct))
            ? SeeOther($"{Address(import)}#doubts")
            : await Overtaken(import, now => now.IsOpen && innocent.All(now.Accepted.Contains), ct);
    }

    /// <summary>None of those that the form showed is a person number.</summary>
    [HttpPost("answers/all")]
    public Task<IActionResult> AnswerAll(Guid programmeId, Guid importId, [FromForm] string[] asked, [FromForm] string? seen, CancellationToken ct) =>
        Answer(programmeId, importId, asked, seen, ct);

    [HttpPost("answers/withdrawal")]
    public async Task<IActionResult> Unanswer(Guid programmeId, Guid importId, [FromForm] string? seen, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        return await answers.Unanswer(importId, seen, ct) ? SeeOther($"{Address(import)}#doubts") : await Overtaken(import, now => now.IsOpen && now.Accepted.Count == 0, ct);
    }

    /// <param name="seen">The digest of what the form's user looked at: somebody else may have mapped other columns meanwhile.</param>
    [HttpPost("storing")]
    public async Task<IActionResult> Store(Guid programmeId, Guid importId, [FromForm] string? seen, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        return import.MayStore && await answers.AskToStore(importId, seen, import.Accepted, ct)
            ? await Settled(import, ct)
            : await Overtaken(import, now => now.State is ImportState.Storing or ImportState.Stored, ct);
    }

    [HttpPost("cancellation")]
    public async Task<IActionResult> Cancel(Guid programmeId, Guid importId, CancellationToken ct)
    {
        if (await Find(programmeId, importId, ct) is not { } import) return NotFound();
        await endings.Cancel(importId, Actor.AccountId(User)!.Value, ct);
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

    /// <summary>It is read again: what takes a moment only is waited for.</summary>
    private async Task<IActionResult> Settled(WaitingImport import, CancellationToken ct, string part = "")
    {
        await runner.Settle(import.ImportId, AMoment, ct);
        return SeeOther(Address(import) + part);
    }

    private Task<IActionResult> Overtaken(WaitingImport import, Func<WaitingImport, bool> isSo, CancellationToken ct) =>
        Overtaken(import, now => Task.FromResult(isSo(now)), ct);

    /// <summary>Somebody else has changed, stored or cancelled it since the form's user looked: the page as it is now, and nothing of theirs is done.</summary>
    /// <param name="isSo">What was asked for is so already: a form that was sent twice is no conflict.</param>
    /// <param name="typed">The columns that were chosen, where they were.</param>
    private async Task<IActionResult> Overtaken(WaitingImport import, Func<WaitingImport, Task<bool>> isSo, CancellationToken ct, IReadOnlyDictionary<int, string>? typed = null)
    {
        if (await reader.One(import.ProgrammeId, import.ImportId, Request, ct) is not { } page) return NotFound();
        return await isSo(page.Import) ? Back(import) : Stale("_Import", page with { Typed = typed }, new Refusal(CommonRefusals.Stale));
    }

    private static bool IsSame(IReadOnlyDictionary<int, string>? known, Dictionary<int, string> chosen) =>
        known is not null && known.Count == chosen.Count && chosen.All(column => known.GetValueOrDefault(column.Key) == column.Value);

    private IActionResult Back(WaitingImport import) => SeeOther(Address(import));

    private static string Address(WaitingImport import) => $"/programmes/{import.ProgrammeId}/imports/{import.ImportId}";
}
