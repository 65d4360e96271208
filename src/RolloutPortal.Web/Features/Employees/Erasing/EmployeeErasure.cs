using System.Globalization;
using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>Makes a person a number, everywhere and for good (domain.md §7): their row, what imports kept of them, the account that is
/// theirs. Where they worked when stays, so that counts stay right; nothing says any more who it was.</summary>
/// <remarks>What somebody wrote about them in a text is found by nobody but a reader; it is deleted where it stands.</remarks>
public sealed class EmployeeErasure(
    EventStore.Store store, NpgsqlDataSource source, EmployeeRegister register, Ledger ledger, AccountDirectory accounts, FragmentCache fragments,
    IEnumerable<IKeepsPeople> keepers, Actor actor, Clock clock)
{
    private const string Retired = "slettet.invalid";

    /// <summary>Once erased, erasing again is nothing to do.</summary>
    /// <exception cref="StaleVersionException">The register is being changed all the time.</exception>
    public async Task<Refusal?> Erase(Guid employeeId, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var known = await register.Find([employeeId], ct);
            if (known.People is not [var person])
                return await IsErased(employeeId, ct) ? null : new Refusal(EmployeeRefusals.NotFound);
            var account = await Account(employeeId, ct);
            if (account is { State: { IsDisabled: false } state } && state.Grants.Any(grant => grant.Role is Role.Administrator))
                return new Refusal(EmployeeRefusals.ErasingAdministrator);

            var number = (int)await source.Scalar<long>("select nextval('employee_number')", ct);
            var gone = new ErasedPerson(employeeId, number, person.WorkKey, person.Name, person.Email);
            try
            {
                await store.Append([Employee(known.Version, person, gone), .. account is null ? [] : new[] { AccountOf(account, gone) }]);
                if (account is not null) accounts.Forget(account.Id);
                fragments.Forget();
                return null;
            }
            catch (StaleVersionException) when (attempt < 20)
            {
                // Somebody changed the register or signed in meanwhile: read again.
            }
        }
    }

    /// <summary>How many texts that people wrote hold the name. They are not changed: a search finds them, and each can be deleted.</summary>
    public Task<long> Mentions(string name, CancellationToken ct = default) => source.Scalar<long>(
        "select count(*) from text where body ilike $1", ct, LikePattern.Part(name));

    private Task<bool> IsErased(Guid employeeId, CancellationToken ct) =>
        source.Scalar<bool>("select exists (select from employee where id = $1 and erased_number is not null)", ct, employeeId);

    private async Task<Known<Account>?> Account(Guid employeeId, CancellationToken ct)
    {
        var id = await source.Scalar<Guid>("select account_id from account_row where employee_id = $1", ct, employeeId);
        return id == Guid.Empty ? null : await ledger.Load<Account, AccountEvent>(id, ct);
    }

    private Append Employee(long version, Employee person, ErasedPerson gone) => new(
        EmployeeRegister.StreamId, EmployeeRegister.StreamType, version, [new EmployeeErased(gone.EmployeeId, gone.Number, person.LocationIds)])
    {
        Context = actor.Now(nameof(EmployeeErased)),
        SideWrites =
        [
            new SideWrite(
                """
                update employee set key = null, work_key = null, name = null, email = null, erased_number = $2, erased_at = $3, version = version + 1
                where id = $1
                """,
                gone.EmployeeId, gone.Number, clock.Now),
            new SideWrite("delete from employee_before where employee_id = $1", gone.EmployeeId),
            .. keepers.SelectMany(keeper => keeper.Forget(gone)),
        ],
    };

    /// <summary>It signs nobody in any more, follows nobody, and is never opened again; what it did is told by the number.</summary>
    private Append AccountOf(Known<Account> account, ErasedPerson gone)
    {
        List<AccountEvent> events = [new PersonDescribed(account.Id), new SessionsEnded(account.Id, KeptSessionId: null), new EmployeeUnlinked(account.Id, gone.EmployeeId)];
        if (!account.State.IsDisabled) events.Add(new AccountDisabled(account.Id));
        var number = gone.Number.ToString(CultureInfo.InvariantCulture);
        return new Append(account.Id, StoredName.Of(typeof(Account)), account.Version, [.. events])
        {
            Context = actor.Now(nameof(EmployeeErased)),
            SideWrites =
            [
                new SideWrite("delete from reservation where kind in ('email', 'account-employee') and owner = $1", account.Id),
                new SideWrite("delete from account_session where account_id = $1", account.Id),
                new SideWrite("delete from account_identity where account_id = $1", account.Id),
                new SideWrite("delete from one_time_link where account_id = $1", account.Id),
                new SideWrite(
                    "update account set name = $2, email = $3, password_hash = null, stamp = $4, erased_number = $5 where id = $1",
                    account.Id, $"Medarbejder {number}", $"medarbejder-{number}@{Retired}", Guid.NewGuid().ToString("N"), gone.Number),
            ],
        };
    }
}
