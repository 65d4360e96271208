using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Files;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Templates;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Imports.Lists;

/// <summary>Begins imports: files, templates, what is under way and what was imported.</summary>
[Authorize(Policies.Import)]
public sealed class ImportsController(
    ImportsReader reader, Importer importer, ImportUploads uploads, ImportEndings endings, ImportRunner runner, ImportTemplates templates, ImportWords words, IStringLocalizer<ImportTexts> texts) : PortalController
{
    /// <summary>A small file is checked while its sender waits for the page.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(2);

    /// <summary>The file, and what a form puts around it.</summary>
    private const long LargestUpload = SourceFile.MostBytes + RequestRoom;

    private const long RequestRoom = 64 * 1024;

    [HttpGet("programmes/{programmeId:guid}/imports")]
    public async Task<IActionResult> List(Guid programmeId, string? kind, Guid? replaces, CancellationToken ct) =>
        Page("Imports", "_Imports", await reader.All(programmeId, kind, replaces, Request, ct));

    [HttpPost("programmes/{programmeId:guid}/imports"), AsksAboutFileNames, RequestSizeLimit(LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
    public async Task<IActionResult> Upload(Guid programmeId, [FromForm] ImportForm form, CancellationToken ct)
    {
        ModelState.Demand("Kind", importer.Find(form.Kind) is not null, texts["new.no-kind"]);
        ModelState.Demand("File", form.File is not null, texts["new.no-file"]);
        if (form.File?.Length > SourceFile.MostBytes) ModelState.AddModelError("File", words.Of(Fault.OfFile(ImportFaults.FileTooLarge, $"{SourceFile.MostMegabytes}")));
        if (!ModelState.IsValid) return await Again(programmeId, form, ct);
        if (await uploads.Take(programmeId, form.Kind!, NameOf(form.File!), form.File!, Actor.AccountId(User)!.Value, form.Replaces, ct) is not { } id)
        {
            ModelState.AddModelError("File", texts["new.too-many", ImportUploads.MostOpen]);
            return await Again(programmeId, form, ct);
        }

        await runner.Settle(id, AMoment, ct);
        return SeeOther($"/programmes/{programmeId}/imports/{id}");
    }

    /// <summary>Every file that waits; what is being stored goes on.</summary>
    [HttpPost("programmes/{programmeId:guid}/imports/cancellation")]
    public async Task<IActionResult> CancelAll(Guid programmeId, CancellationToken ct)
    {
        await endings.CancelAll(programmeId, Actor.AccountId(User)!.Value, ct);
        return SeeOther($"/programmes/{programmeId}/imports");
    }

    [HttpGet("programmes/{programmeId:guid}/imports/templates/{importKind}/{language}.{format}")]
    public IActionResult Template(Guid programmeId, string importKind, string language, string format)
    {
        if (importer.Find(importKind) is not { Table: var table } || !Domain.Naming.Languages.Has(language) || !Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return NotFound();
        return templates.Of(table, language, kind);
    }

    private async Task<IActionResult> Again(Guid programmeId, ImportForm form, CancellationToken ct)
    {
        AccessNote.Refused(HttpContext, "form.incomplete");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Imports", await reader.All(programmeId, form.Kind, form.Replaces, Request, ct));
    }

    /// <summary>Browsers of old sent whole paths. That it holds no person number the guard has seen to.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = PlainText.Of(file.FileName).Split('/', '\\')[^1].Trim();
        return name.Length == 0 ? "?" : name.Length > 200 ? name[^200..] : name;
    }
}
