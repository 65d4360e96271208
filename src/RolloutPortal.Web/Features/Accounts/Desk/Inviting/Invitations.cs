using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>Reads a form of invitations: who is meant, and everything that is wrong with it, line by line. Scoped.</summary>
public sealed class Invitations(AccountDesk desk, ReadTables read, RefusalTexts refusals, IStringLocalizer<AdministrationTexts> words, InviteRoles roles)
{
    private const string People = "Form.People";

    /// <returns>Empty when something is wrong; the state says what.</returns>
    public async Task<IReadOnlyList<NewAccount>> Read(InvitePage page, ModelStateDictionary state, CancellationToken ct = default)
    {
        var lines = page.Several ? InviteLines.Read(page.Form.People) : [];
        // Where each line says its own role the form need not.
        var isSaid = lines.Count > 0 && lines.All(line => line.Role is not null) && page.Form.Chosen.All(choice => choice.Role is null);
        var grants = isSaid ? [] : Grants(page, state);
        state.Demand("Form.Language", Languages.Has(page.Form.Language), words["message.language"]);
        var people = page.Several ? await Several(page, lines, state, ct) : One(page, state);
        if (page is { Several: true, Form.Links: true } && state.IsValid) people = await Linked(people, page.Form, ct);
        return state.IsValid ? [.. people.Select(person => person with { Grants = person.Grants.Count > 0 ? person.Grants : grants, Language = page.Form.Language })] : [];
    }

    private List<Grant> Grants(InvitePage page, ModelStateDictionary state)
    {
        var grants = new List<Grant>();
        for (var i = 0; i < InviteForm.MostGrants; i++)
        {
            var choice = page.Form.At(i);
            if (choice.IsEmpty && i > 0) continue;
            var field = $"Form.Grants[{i}]";
            state.Demand($"{field}.Role", choice.Role is { } role && Enum.IsDefined(role), words["message.role"]);
            var grant = choice.Of(page.Scopes);
            state.Demand($"{field}.Scope", page.Scopes.Find(choice.Scope) is not null, words["message.scope"]);
            if (grant is null) continue;
            var refusal = !page.Reach.Gives(page.Scopes.PlaceOf(grant)) ? new Refusal(AccountRefusals.OutOfReach)
                : Account.Initial.Open(Guid.NewGuid(), [grant], null).Refusal;
            if (refusal is not null) state.AddModelError($"{field}.Scope", refusals.Of(refusal));
            grants.Add(grant);
        }

        return grants;
    }

    private List<NewAccount> One(InvitePage page, ModelStateDictionary state)
    {
        var form = page.Form;
        if (form.EmployeeId is not null && page.Employee is null) state.AddModelError("", words["message.employee"]);
        if (page.Employee?.AccountId is not null) state.AddModelError("", refusals.Of(new Refusal(AccountRefusals.EmployeeTaken)));
        if (Names.Check(form.Name, out var name) is { } noName) state.AddModelError("Form.Name", refusals.Of(noName));
        if (EmailAddress.Check(form.Email, out var email) is { } noAddress) state.AddModelError("Form.Email", refusals.Of(noAddress));
        return [new NewAccount(form.AccountId, name, email, Password: null, [], EmployeeId: page.Employee?.EmployeeId, ScopeFollows: form.Follows && page.Employee is not null)];
    }

    private async Task<List<NewAccount>> Several(InvitePage page, IReadOnlyList<InviteLine> read, ModelStateDictionary state, CancellationToken ct)
    {
        var (lines, people, at) = (await Known(read, ct), new List<NewAccount>(), new Dictionary<string, int>());
        if (lines.Count == 0) state.AddModelError(People, words["message.people"]);
        if (lines.Count > InviteLines.Most) state.AddModelError(People, words["message.people.many", InviteLines.Most]);
        foreach (var line in lines.Take(InviteLines.Most))
        {
            var noName = Names.Check(line.Name, out var name);
            var noAddress = EmailAddress.Check(line.Email, out var email);
            if ((noAddress ?? noName) is { } refusal) state.AddModelError(People, At(line.Number, refusals.Of(refusal)));
            else if (people.Exists(other => other.Email == email)) state.AddModelError(People, At(line.Number, words["message.twice", email]));
            else if (roles.Read(line, page, out var grants) is { } why) state.AddModelError(People, At(line.Number, why));
            else
            {
                people.Add(new NewAccount(Guid.CreateVersion7(), name, email, Password: null, grants));
                at[email.ToLowerInvariant()] = line.Number;
            }
        }

        foreach (var taken in await Taken([.. people.Select(person => person.Email)], ct))
            state.AddModelError(People, At(at[taken], words["message.taken", taken]));
        return people;
    }

    /// <summary>Of an employee an address or a work key is enough.</summary>
    private async Task<List<InviteLine>> Known(IReadOnlyList<InviteLine> lines, CancellationToken ct)
    {
        var byEmail = (await desk.EmployeesWith([.. lines.Where(line => line is { Name: "", Email: not null }).Select(line => line.Email!)], ct))
            .ToDictionary(one => one.Email, StringComparer.OrdinalIgnoreCase);
        var byKey = (await desk.EmployeesKeyed([.. lines.Where(line => line.Email is null).Select(line => line.Name)], ct))
            .ToDictionary(one => one.WorkKey, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. lines.Select(line => line switch
            {
                { Name: "", Email: { } email } when byEmail.TryGetValue(email, out var one) => line with { Name = one.Name },
                { Email: null } when byKey.TryGetValue(line.Name, out var one) && one.Email.Length > 0 => line with { Name = one.Name, Email = one.Email },
                _ => line,
            }),
        ];
    }

    /// <summary>Each with the employee who has the same address, and no account yet.</summary>
    private async Task<List<NewAccount>> Linked(List<NewAccount> people, InviteForm form, CancellationToken ct)
    {
        var known = (await desk.EmployeesWith(people.ConvertAll(person => person.Email), ct)).Where(one => one.AccountId is null)
            .ToDictionary(one => one.Email, StringComparer.OrdinalIgnoreCase);
        return people.ConvertAll(person => known.TryGetValue(person.Email, out var one) ? person with { EmployeeId = one.EmployeeId, ScopeFollows = form.Follows } : person);
    }

    private string At(int line, string message) => words["message.line", line.ToString(CultureInfo.CurrentCulture), message];

    private Task<List<string>> Taken(string[] emails, CancellationToken ct) =>
        read.Query("select lower(email) from account where lower(email) = any($1) order by 1", row => row.GetString(0), ct, [emails]);
}
