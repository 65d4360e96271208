using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Identity.Claims;

/// <summary>The table from claims to roles, and a field to try it out. It gives rights to whoever comes: for administrators of the whole portal.</summary>
[Route("claim-rules"), Authorize(Policies.Administer)]
public sealed class ClaimRulesController(Ledger ledger, Viewer viewer, ClaimRulePages pages) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) =>
        await MayEdit(ct) ? View("ClaimRules", await pages.Page(ClaimRuleForm.Empty, ct)) : Forbid();

    [HttpPost]
    public async Task<IActionResult> Add([Bind(Prefix = "Form")] ClaimRuleForm form, CancellationToken ct)
    {
        if (!await MayEdit(ct)) return Forbid();
        var refusal = await ledger.Decide<ClaimRules, ClaimRuleEvent>(
            ClaimRules.StreamId, table => table.Add(form.RuleId, form.ClaimType, form.ClaimValue, form.Grant), ct: ct);
        if (refusal?.Key == CommonRefusals.IdTaken) form = form with { RuleId = Guid.CreateVersion7() };
        return refusal is null ? SeeOther("/claim-rules") : Unprocessable("_ClaimRules", await pages.Page(form, ct), refusal, FieldOf(refusal));
    }

    /// <summary>What is gone already is nothing to do.</summary>
    [HttpPost("{ruleId:guid}/removal")]
    public async Task<IActionResult> Remove(Guid ruleId, CancellationToken ct)
    {
        if (!await MayEdit(ct)) return Forbid();
        await ledger.Decide<ClaimRules, ClaimRuleEvent>(ClaimRules.StreamId, table => table.Remove(ruleId), ct: ct);
        return SeeOther("/claim-rules");
    }

    /// <summary>What the table would make of somebody's claims. Nothing of them is kept.</summary>
    [HttpPost("trial"), NotLogged, RequestSizeLimit(ClaimTrialForm.Longest * 4)]
    public async Task<IActionResult> Try([Bind(Prefix = "Trial")] ClaimTrialForm form, CancellationToken ct)
    {
        if (!await MayEdit(ct)) return Forbid();
        var page = await pages.Page(ClaimRuleForm.Empty, ct);
        return View("ClaimRules", page with { Trial = await pages.Try(form, ct) });
    }

    private async Task<bool> MayEdit(CancellationToken ct) => (await viewer.SignedIn(ct)).Rights.AdministersAll;

    private static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        ClaimRuleRefusals.TypeUnsuitable => "Form.ClaimType",
        ClaimRuleRefusals.ValueUnsuitable => "Form.ClaimValue",
        AccountRefusals.ScopeMissing or AccountRefusals.ScopeUnsuitable => "Form.Scope",
        _ => "",
    };
}
