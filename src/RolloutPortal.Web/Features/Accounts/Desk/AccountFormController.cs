using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>A form about an account: it carries the edition that its user saw.</summary>
public abstract class AccountFormController : PortalController
{
    /// <summary>Somebody else was there first: the form about the account as it is now, with what was decided since.</summary>
    /// <param name="now">Null: it is out of the user's hands by now.</param>
    /// <param name="seen">The edition that the form's user saw.</param>
    /// <param name="form">Of the account as it is now, and what was decided since.</param>
    protected IActionResult Overtaken(string partial, AccountPage? now, long seen, Refusal refusal, Func<AccountPage, HistoryLine[], object> form)
    {
        if (now is null) return NotFound();
        // What was typed stands in the form's model; of the old edition nothing may stay.
        ModelState.Clear();
        return Stale(partial, form(now, [.. now.History.Where(line => line.Version > seen)]), refusal);
    }
}
