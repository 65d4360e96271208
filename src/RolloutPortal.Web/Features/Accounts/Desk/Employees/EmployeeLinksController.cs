using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Accounts.Desk.Employees;

/// <summary>Says which employee an account is, and whether roles go with them.</summary>
[Route("accounts/{accountId:guid}/employee"), Authorize(Policies.Administer)]
public sealed class EmployeeLinksController(AccountDesk desk, EmployeeLinks links) : AccountFormController
{
    [HttpGet]
    public async Task<IActionResult> Choose(Guid accountId, string? q, CancellationToken ct) =>
        await Page(accountId, q, ct) is { } page ? View("EmployeeLink", page) : NotFound();

    /// <param name="follows">Roles at the location that the employee leaves are had at the one that they move to.</param>
    [HttpPost]
    public async Task<IActionResult> Link(Guid accountId, Guid employeeId, bool follows, long seen, CancellationToken ct)
    {
        if (await Page(accountId, q: null, ct) is not { } page) return NotFound();
        if (await desk.Employee(employeeId, ct) is null) return SeeOther(page.Address);
        var refusal = await links.Link(accountId, employeeId, follows, seen, ct);
        return refusal is null ? SeeOther($"{page.Account.Address}?done={AccountDone.Linked}") : await Again(page, seen, refusal, ct);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Unlink(Guid accountId, long seen, CancellationToken ct)
    {
        if (await Page(accountId, q: null, ct) is not { } page) return NotFound();
        var refusal = await links.Unlink(accountId, seen, ct);
        return refusal is null ? SeeOther($"{page.Account.Address}?done={AccountDone.Unlinked}") : await Again(page, seen, refusal, ct);
    }

    private async Task<EmployeePage?> Page(Guid accountId, string? q, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return null;
        var found = await desk.Employees(q, account.Line.Email, ct);
        return new EmployeePage(account, q, [.. found.Where(one => one.EmployeeId != account.Employee?.EmployeeId)], account.State.Edition) { Linked = account.Employee };
    }

    private async Task<IActionResult> Again(EmployeePage page, long seen, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_EmployeeLink", page, refusal);
        var found = await Page(page.Account.Id, q: null, ct);
        return Overtaken("_EmployeeLink", found?.Account, seen, refusal, (_, since) => found! with { Since = since });
    }
}
