using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Accounts.Desk.Lists;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>Where an administrator sits: which accounts are in reach, and each of them. Scoped.</summary>
public sealed class AccountDesk(Viewer viewer, Scopes scopes, AccountLines lines, AccountHistory history, AccountFacts facts, EmployeeSearch employees,
    Ledger ledger, GrantWords words, Clock clock)
{
    private ScopeMap? map;

    public async Task<Reach> Reach(CancellationToken ct = default) => new((await viewer.SignedIn(ct)).Rights);

    public async Task<ScopeMap> Scopes(CancellationToken ct = default) => map ??= await scopes.Map(ct);

    public async Task<AccountList> List(AccountFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var all = await Scopes(ct);
        return new(await lines.All(await Reach(ct), all, ct), all, filter, list, words);
    }

    /// <summary>Null where there is none in reach.</summary>
    public async Task<AccountPage?> Page(Guid accountId, CancellationToken ct = default)
    {
        var (reach, all) = (await Reach(ct), await Scopes(ct));
        if (await lines.Find(accountId, reach, all, ct) is not { } line) return null;
        var known = await ledger.Load<Account, AccountEvent>(accountId, ct);
        return new AccountPage(line, known.State, all, words, reach, IsOneself: (await viewer.SignedIn(ct)).Id == accountId)
        {
            History = await history.Of(accountId, reach, all, ct),
            Facts = await facts.Of(accountId, ct),
            Employee = line.EmployeeId is { } employee ? await employees.Find(employee, Today, ct) : null,
            SameAddress = line is { IsHeld: true, EmployeeId: null } ? (await EmployeesWith([line.Email], ct)).FirstOrDefault(one => one.AccountId is null) : null,
        };
    }

    /// <summary>Somebody who works where the viewer decides about accounts; null: nobody of that id there.</summary>
    public async Task<EmployeeFound?> Employee(Guid employeeId, CancellationToken ct = default) =>
        await employees.Find(employeeId, Today, ct) is { } found && await Locations(ct) is var reached && (reached is null || found.LocationIds.Any(reached.Contains))
            ? found : null;

    /// <inheritdoc cref="EmployeeSearch.Search"/>
    public async Task<IReadOnlyList<EmployeeFound>> Employees(string? q, string? email, CancellationToken ct = default) =>
        await employees.Search(q, email, await Locations(ct), Today, ct);

    /// <inheritdoc cref="EmployeeSearch.With"/>
    public async Task<IReadOnlyList<EmployeeFound>> EmployeesWith(IReadOnlyCollection<string> emails, CancellationToken ct = default) =>
        await employees.With(emails, await Locations(ct), Today, ct);

    /// <summary>Those in reach with one of the work keys.</summary>
    public async Task<IReadOnlyList<EmployeeFound>> EmployeesKeyed(IReadOnlyCollection<string> keys, CancellationToken ct = default) =>
        await employees.Keyed(keys, await Locations(ct), Today, ct);

    /// <summary>The same where the account as a whole is in the viewer's hands; else null.</summary>
    public async Task<AccountPage?> Held(Guid accountId, CancellationToken ct = default) =>
        await Page(accountId, ct) is { Line.IsHeld: true } page ? page : null;

    private DateOnly Today => clock.Today(Zones.Default);

    private Task<IReadOnlySet<Guid>?> Locations(CancellationToken ct) => viewer.Locations(Permission.Administer, ct);
}
