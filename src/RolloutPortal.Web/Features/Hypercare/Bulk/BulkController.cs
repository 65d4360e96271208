using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>Take, assign or weigh several tickets. Rights are asked of each: those of one list may lie in many places.</summary>
[Route("tickets/acts"), Authorize(Policies.TriageTickets)]
public sealed class BulkController(BulkActs acts, Assignees assignees, IStringLocalizer<BulkTexts> text) : PortalController
{
    /// <remarks>Without what it needs to know the form asks for it, and is sent again. What is done is told on the page it leads to: sent
    /// again, it does nothing twice.</remarks>
    [HttpPost]
    public async Task<IActionResult> Create(BulkForm form, CancellationToken ct)
    {
        ModelState.Clear();
        var list = form.List is { } address && LocalUrl.Of(Url, address) is var local && local.StartsWith("/programmes/", StringComparison.Ordinal) ? local : null;
        form = form with { List = list };
        if (form.Act is not { } act || !Enum.IsDefined(act) || form.Ticked.Count == 0)
            return Unprocessable("_BulkNothing", list ?? "/tickets");
        if (!form.IsQuestion && Holds(form)) return Told(await acts.Do(form, list, ct));

        var question = new BulkQuestion(form, act is BulkAct.Assign ? await assignees.For(await acts.Mine(form, ct), ct) : []);
        if (!ModelState.IsValid) return Unprocessable("_BulkQuestion", question);
        return Request.IsHtmx() ? PartialView("_BulkQuestion", question) : View("BulkQuestion", question);
    }

    private IActionResult Told(BulkOutcome outcome) => Request.IsHtmx() ? PartialView("_BulkOutcome", outcome) : View("BulkOutcome", outcome);

    private bool Holds(BulkForm form)
    {
        if (form.Act is BulkAct.Assign && form.Assignee is null) ModelState.AddModelError(nameof(BulkForm.Assignee), text["assignee.missing"]);
        if (form.Act is not BulkAct.Weigh) return ModelState.IsValid;
        if (form.Severity is not { } severity || !Enum.IsDefined(severity)) ModelState.AddModelError(nameof(BulkForm.Severity), text["severity.missing"]);
        if (form.Words.Length == 0) Refuse(new Refusal(TicketRefusals.ReasonMissing), nameof(BulkForm.Reason));
        if (form.Words.Length > TicketForm.MostCharacters) Refuse(new Refusal(CommonRefusals.TextTooLong, TicketForm.MostCharacters), nameof(BulkForm.Reason));
        return ModelState.IsValid;
    }
}
