using System.Globalization;
using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts.SignIn;
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
        int? number = null;
        // Somebody changed the register, signed in, or was linked meanwhile: read again.
        return await Patience.Until(Decide, no => no is StaleVersionException or OvertakenException { Rule: null });

        async Task<(Refusal?, Func<Task>?)> Decide()
        {
            var known = await register.Find([employeeId], ct);
            if (known.People is not [var person]) return (await IsErased(employeeId, ct) ? null : new Refusal(EmployeeRefusals.NotFound), null);
            var account = await Account(employeeId, ct);
            if (account is { State: { IsDisabled: false } state } && state.Grants.Any(grant => grant.Role is Role.Administrator))
                return (new Refusal(EmployeeRefusals.ErasingAdministrator), null);
            number ??= (int)await source.Scalar<long>("select nextval('employee_number')", ct);
            return (null, () => Write(known.Version, person, account, new ErasedPerson(employeeId, number.Value, person.WorkKey, person.Name, person.Email)));
        }
    }

    /// <summary>How many texts that people wrote hold the name. They are not changed: a search finds them, and each can be deleted.</summary>
    /// <param name="reach">Only texts of these locations and of their tickets; null: every text.</param>
    public Task<long> Mentions(string name, IReadOnlySet<Guid>? reach, CancellationToken ct = default) => source.Scalar<long>(
        """
        select count(*) from text x
        where x.body ilike $1 and ($2::uuid[] is null or x.stream_id = any($2)
            or exists (select from ticket_row t where t.ticket_id = x.stream_id and t.location_id = any($2)))
        """,
        ct, LikePattern.Part(name), (object?)reach?.ToArray() ?? DBNull.Value);

    private async Task Write(long version, Employee person, Known<Account>? account, ErasedPerson gone)
    {
        await store.Append([Employee(version, person, gone), .. account is null ? [] : new[] { AccountOf(account, gone) }]);
        if (account is not null) accounts.Forget(account.Id);
        fragments.Forget();
    }

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
            LineOrder.Of([gone.EmployeeId]),
            new SideWrite("delete from employee_before where employee_id = $1", gone.EmployeeId),
            // Whoever is linked since the look would keep the name; the account that goes along has been unlinked before this is asked.
            SideWrite.Demand("not exists (select from account_row where employee_id = $1)", gone.EmployeeId),
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
                new SideWrite("delete from reservation where kind in ('email', 'account-employee', 'identity') and owner = $1", account.Id),
                KnownDevices.Forget(account.Id),
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
