using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Erasing;

/// <summary>Makes somebody a number who has an account and is no employee: support of a vendor, a provider, a leader in no file
/// (domain.md §7). Whoever is an employee is erased there, and the account goes along.</summary>
public sealed class AccountErasure(
    EventStore.Store store, NpgsqlDataSource source, Ledger ledger, AccountDirectory accounts, FragmentCache fragments, IEnumerable<IKeepsPeople> keepers, Actor actor)
{
    /// <summary>The employee whose account it is: linked, or with the same address; null: nobody.</summary>
    public Task<Guid?> EmployeeOf(Guid accountId, CancellationToken ct = default) => source.Scalar<Guid?>(
        """
        select e.id
        from account a
        join account_row r on r.account_id = a.id
        join employee e on e.id = r.employee_id or lower(e.email) = lower(a.email)
        where a.id = $1 and e.erased_number is null
        order by e.id = r.employee_id desc nulls last
        limit 1
        """,
        ct, accountId);

    /// <summary>Once erased, erasing again is nothing to do.</summary>
    /// <param name="seen">The account's edition that whoever confirmed has seen; null: whatever it is. Another is refused as stale.</param>
    /// <exception cref="StaleVersionException">The account is being changed all the time.</exception>
    public async Task<Refusal?> Erase(Guid accountId, long? seen = null, CancellationToken ct = default)
    {
        int? number = null;
        // Somebody signed in, or an employee came with the address: looked at again.
        return await Patience.Until(Decide, no => no is StaleVersionException or OvertakenException { Rule: null });

        async Task<(Refusal?, Func<Task>?)> Decide()
        {
            var account = await ledger.Load<Account, AccountEvent>(accountId, ct);
            var rows = await source.Rows(
                "select name, email, erased_number is not null from account where id = $1", row => (Name: row.GetString(0), Email: row.GetString(1), IsErased: row.GetBoolean(2)), ct, accountId);
            if (rows is not [var known]) return (new Refusal(AccountRefusals.NotFound), null);
            if (known.IsErased) return (null, null);
            if (await EmployeeOf(accountId, ct) is not null) return (new Refusal(AccountRefusals.ErasingEmployee), null);
            if (seen is { } edition && edition != account.State.Edition) return (new Refusal(CommonRefusals.Stale), null);
            if (ErasedAccount.Administers(account.State)) return (new Refusal(AccountRefusals.ErasingAdministrator), null);
            number ??= (int)await source.Scalar<long>("select nextval('employee_number')", ct);
            return (null, () => Write(account, new ErasedPerson(EmployeeId: null, number.Value, WorkKey: "", known.Name, known.Email)));
        }
    }

    private async Task Write(Known<Account> account, ErasedPerson gone)
    {
        var append = ErasedAccount.Of(account, gone.Number, actor, nameof(PersonErased));
        await store.Append(
        [
            append with
            {
                SideWrites =
                [
                    .. append.SideWrites,
                    .. keepers.SelectMany(keeper => keeper.Forget(gone)),
                    // Whoever comes in with the address meanwhile is the same person, and would keep the name.
                    SideWrite.Demand("not exists (select from employee where lower(email) = lower($1))", gone.Email),
                ],
            },
        ]);
        accounts.Forget(account.Id);
        fragments.Forget();
    }
}
