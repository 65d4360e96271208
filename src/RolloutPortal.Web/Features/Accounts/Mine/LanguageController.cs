using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Mine;

/// <summary>In which language the portal speaks: kept by the browser, and by the account where there is one.</summary>
[Route("language"), Authorize(Policies.Anyone)]
public sealed class LanguageController(Viewer viewer, AccountRegister register) : PortalController
{
    [HttpPost]
    public async Task<IActionResult> Choose(string? language, string? returnUrl, CancellationToken ct)
    {
        if (!Languages.Has(language)) return BadRequest();
        PortalLanguages.Choose(Response, language!);
        if (await viewer.Account(ct) is { } me) await register.ChooseLanguage(me.Id, language, ct);
        return SeeOther(LocalUrl.Of(Url, returnUrl ?? LocalUrl.Before(Request)));
    }
}
