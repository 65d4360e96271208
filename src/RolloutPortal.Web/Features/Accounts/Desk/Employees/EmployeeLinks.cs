using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Desk.Employees;

/// <summary>Which account is whose: each employee has one at most, held by a reservation (decisions.md 5).</summary>
public sealed class EmployeeLinks(AccountDecisions accounts, Ledger ledger)
{
    private const string EmployeeClaim = "account-employee";

    /// <param name="seen">The account's edition that the form's user saw.</param>
    public async Task<Refusal?> Link(Guid accountId, Guid employeeId, bool scopeFollows, long? seen, CancellationToken ct = default)
    {
        var before = (await ledger.Load<Account, AccountEvent>(accountId, ct)).State.EmployeeId;
        var releases = before is { } other && other != employeeId ? new[] { Claim(accountId, other) } : [];
        var with = Linking(accountId, employeeId, new Together { Releases = releases });
        return await accounts.Change(accountId, account => account.IfStill(seen, a => a.LinkEmployee(employeeId, scopeFollows)), with, ct);
    }

    /// <inheritdoc cref="Link"/>
    public async Task<Refusal?> Unlink(Guid accountId, long? seen, CancellationToken ct = default)
    {
        if ((await ledger.Load<Account, AccountEvent>(accountId, ct)).State.EmployeeId is not { } employee) return null;
        return await accounts.Change(
            accountId, account => account.IfStill(seen, a => a.UnlinkEmployee()), new Together { Releases = [Claim(accountId, employee)] }, ct);
    }

    /// <summary>What is written with the link, or not at all.</summary>
    /// <param name="with">What is written besides.</param>
    public static Together Linking(Guid accountId, Guid employeeId, Together with) => with with
    {
        // Which of several demands failed is not told: that somebody has gone is said first.
        Demands = [EmployeeDemand.Known(employeeId), .. with.Demands],
        Claims = [.. with.Claims, Reserve(accountId, employeeId)],
    };

    private static Reserve Reserve(Guid accountId, Guid employeeId) => new(Claim(accountId, employeeId), new Refusal(AccountRefusals.EmployeeTaken));

    private static Claim Claim(Guid accountId, Guid employeeId) => new(EmployeeClaim, employeeId.ToString(), accountId);
}
