using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts.Entry;

/// <summary>The pages behind invitations and links to a new password.</summary>
[Authorize(Policies.Anyone), EnableRateLimiting(RateLimits.SignIn), SecretAddress]
public sealed class EntryController(AccountEntry entry, Viewer viewer, Session session, KnownDevices devices) : PortalController
{
    [HttpGet("invitation/{token}")]
    public Task<IActionResult> Invitation(string token, CancellationToken ct) => Show(EntryKind.Invitation, token, ct);

    [HttpPost("invitation/{token}")]
    public Task<IActionResult> Accept(string token, [Bind(Prefix = "Form")] EntryForm form, CancellationToken ct) => ComeIn(EntryKind.Invitation, token, form, ct);

    [HttpGet("new-password/{token}")]
    public Task<IActionResult> NewPassword(string token, CancellationToken ct) => Show(EntryKind.Reset, token, ct);

    [HttpPost("new-password/{token}")]
    public Task<IActionResult> Reset(string token, [Bind(Prefix = "Form")] EntryForm form, CancellationToken ct) => ComeIn(EntryKind.Reset, token, form, ct);

    private async Task<IActionResult> Show(EntryKind kind, string token, CancellationToken ct)
    {
        var visit = await entry.Visit(kind, token, ct);
        return visit.IsGood ? View("Entry", await Page(visit, new EntryForm(null, null, PortalLanguages.Current, Remember: Request.IsPhone()), ct)) : Closed(visit);
    }

    private async Task<IActionResult> ComeIn(EntryKind kind, string token, EntryForm form, CancellationToken ct)
    {
        var visit = await entry.Visit(kind, token, ct);
        if (!visit.IsGood) return Closed(visit);
        if (!ModelState.IsValid)
        {
            return form.Password is { Length: > 0 } password && PasswordRule.Check(password, visit.Email, visit.Name) is { } weak
                ? Unprocessable("_Entry", await Page(visit, form, ct), weak, "Form.Password")
                : Unprocessable("_Entry", await Page(visit, form, ct));
        }


        var language = Languages.Has(form.Language) ? form.Language! : PortalLanguages.Current;
        if (await entry.ComeIn(visit, token, form.Password!, language, ct) is { } refusal)
        {
            // Somebody was faster with the same link, or the account was closed meanwhile.
            if (refusal.Key is AccountRefusals.LinkGone or AccountRefusals.Disabled) return Closed(await entry.Visit(kind, token, ct));
            return Unprocessable("_Entry", await Page(visit, form, ct), refusal, "Form.Password");
        }

        if (kind == EntryKind.Invitation) PortalLanguages.Choose(Response, language);
        await session.Open(HttpContext, visit.AccountId, form.Remember);
        AccessNote.SignIn(HttpContext, "sign-in.ok", visit.AccountId);
        await devices.Remember(HttpContext, visit.AccountId, ct);
        return SeeOther("/");
    }

    private async Task<EntryPage> Page(EntryVisit visit, EntryForm form, CancellationToken ct) =>
        new(visit, form, await viewer.Account(ct) is { } me && me.Id != visit.AccountId ? me.Name : null);

    private ViewResult Closed(EntryVisit visit)
    {
        Response.StatusCode = visit.State is EntryState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return View("EntryClosed", visit);
    }
}
