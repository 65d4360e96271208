using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Entry;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>Invites people: one, or as many as a list has.</summary>
[Route("accounts/invitations"), Authorize(Policies.Administer)]
public sealed class InvitationsController(
    AccountDesk desk, Invitations invitations, AccountEntry entry, AccountLines lines, LetterWriter letters, ProgrammeChoice programmes) : PortalController
{
    private const string Route = "{how:regex(^(new|several)$)}";

    /// <param name="q">Parts of an employee's name, key or address.</param>
    /// <param name="employee">Who was chosen of those found: the form begins with what is known of them.</param>
    [HttpGet(Route)]
    public async Task<IActionResult> Form(string how, string? q, Guid? employee, CancellationToken ct)
    {
        // Whoever has not chosen speaks the language of the rollout (decisions.md 25).
        var language = (await programmes.Current(ct))?.Language ?? PortalLanguages.Current;
        var form = new InviteForm(Guid.CreateVersion7(), Language: language, Links: true, Follows: true);
        if (how != "new") return View("Invite", await Page(how, form, ct));

        var page = await Page(how, form with { EmployeeId = employee }, ct);
        return View("Invite", page with { Form = page.Prefilled, Q = q, Found = page.Employee is null ? await desk.Employees(q, email: null, ct) : [] });
    }

    [HttpPost(Route)]
    public async Task<IActionResult> Invite(string how, [Bind(Prefix = "Form")] InviteForm form, CancellationToken ct)
    {
        var page = await Page(how, form, ct);
        if (Request.Portal() is not { } portal) return Unprocessable("_Invite", page, PortalAddress.Missing);
        var people = await invitations.Read(page, ModelState, ct);
        if (!ModelState.IsValid) return Unprocessable("_Invite", page);

        var (refusal, links) = await entry.Invite(people, ct);
        if (refusal is not null) return Unprocessable("_Invite", await WithExisting(page, refusal, ct), refusal, FieldOf(refusal, page));
        // The form was sent a second time: the invitation is out, and its link was shown then.
        if (!page.Several && await entry.Visit(EntryKind.Invitation, links[0].Token, ct) is { IsGood: false }) return SeeOther($"/accounts/{form.AccountId}");
        var ready = people.Zip(links, (who, link) => letters.Write(EntryKind.Invitation, who.Name, who.Email, who.Language, who.Grants, page.Scopes, link, portal));
        return View("Letters", new LetterPage(EntryKind.Invitation, [.. ready], page.Several ? "/accounts" : $"/accounts/{form.AccountId}"));
    }

    private async Task<InvitePage> Page(string how, InviteForm form, CancellationToken ct) =>
        new(form, await desk.Scopes(ct), await desk.Reach(ct), Several: how == "several")
        {
            Employee = how == "new" && form.EmployeeId is { } chosen ? await desk.Employee(chosen, ct) : null,
        };

    private async Task<InvitePage> WithExisting(InvitePage page, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != AccountRefusals.EmailTaken || EmailAddress.Check(page.Form.Email, out var email) is not null) return page;
        return page with { Existing = (await lines.All(page.Reach, page.Scopes, ct)).FirstOrDefault(line => line.Email == email) };
    }

    private static string FieldOf(Refusal refusal, InvitePage page) =>
        refusal.Key != AccountRefusals.EmailTaken ? "" : page.Several ? "Form.People" : "Form.Email";
}
