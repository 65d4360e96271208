using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts.First;

/// <summary>The page behind the link that a new portal prints.</summary>
[Route("first-administrator/{token}"), Authorize(Policies.Anyone), EnableRateLimiting(RateLimits.SignIn), SecretAddress]
public sealed class FirstAdministratorController(FirstAdministrator first, Session session, KnownDevices devices) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(string token, CancellationToken ct) =>
        await first.IsGood(token, ct) ? View("FirstAdministrator", FirstAdministratorForm.Empty) : Gone();

    [HttpPost]
    public async Task<IActionResult> Open(string token, FirstAdministratorForm form, CancellationToken ct)
    {
        if (!await first.IsGood(token, ct)) return Gone();
        if (!ModelState.IsValid)
        {
            // What is wrong with the password is told at once, and not a round after what is wrong beside it.
            return form.Password is { Length: > 0 } password && PasswordRule.Check(password, form.Email ?? "", form.Name ?? "") is { } weak
                ? Unprocessable("_FirstAdministrator", form, weak, nameof(form.Password))
                : Unprocessable("_FirstAdministrator", form);
        }

        var id = Guid.CreateVersion7();
        if (await first.Open(id, form, token, PortalLanguages.Current, ct) is { } refusal)
            return Unprocessable("_FirstAdministrator", form, refusal, FieldOf(refusal));

        AccessNote.SignIn(HttpContext, "sign-in.first", id);
        await session.Open(HttpContext, id, remember: false);
        await devices.Remember(HttpContext, id, ct);
        return SeeOther("/");
    }

    private static string FieldOf(Refusal refusal) => refusal.Key switch
    {
        AccountRefusals.EmailUnsuitable or AccountRefusals.EmailTaken => nameof(FirstAdministratorForm.Email),
        var key when key.StartsWith("name.", StringComparison.Ordinal) => nameof(FirstAdministratorForm.Name),
        var key when key.Contains("password", StringComparison.Ordinal) => nameof(FirstAdministratorForm.Password),
        _ => "",
    };

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("FirstAdministratorGone");
    }
}
