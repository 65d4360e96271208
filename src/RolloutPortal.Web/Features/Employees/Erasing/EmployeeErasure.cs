using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts.Erasing;
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
    /// <summary>Once erased, erasing again is nothing to do. Accounts go along: the one that is linked, and one that has the address and is
    /// linked to nobody.</summary>
    /// <param name="holds">Whether an account as a whole is in the eraser's hands, asked of one that is theirs by the address alone: whoever
    /// writes down an employee with a colleague's address would else close the colleague's account. Null: every account is.</param>
    /// <param name="seen">What whoever confirmed has read (<see cref="SeenPerson"/>); null: whatever it is. Another is refused as stale.</param>
    /// <exception cref="StaleVersionException">The register is being changed all the time.</exception>
    public async Task<Refusal?> Erase(Guid employeeId, Func<Guid, Task<bool>>? holds = null, string? seen = null, CancellationToken ct = default)
    {
        int? number = null;
        // Somebody changed the register, signed in, or was linked meanwhile: read again.
        return await Patience.Until(Decide, no => no is StaleVersionException or OvertakenException { Rule: null });

        async Task<(Refusal?, Func<Task>?)> Decide()
        {
            var found = await register.Find([employeeId], ct);
            if (found.People is not [var person]) return (await IsErased(employeeId, ct) ? null : new Refusal(EmployeeRefusals.NotFound), null);
            var theirs = await Accounts(employeeId, person.Email, ct);
            if (seen is not null && seen != Told(found.Versions[employeeId], theirs)) return (new Refusal(CommonRefusals.Stale), null);
            if (theirs.Any(account => account.IsAnothers)) return (new Refusal(EmployeeRefusals.ErasingAnothersAddress), null);
            foreach (var account in theirs.Where(account => !account.IsLinked))
                if (holds is not null && !await holds(account.Id)) return (new Refusal(EmployeeRefusals.ErasingOutOfReach), null);
            var known = new List<Known<Account>>();
            foreach (var account in theirs) known.Add(await ledger.Load<Account, AccountEvent>(account.Id, ct));
            if (known.Exists(account => ErasedAccount.Administers(account.State))) return (new Refusal(EmployeeRefusals.ErasingAdministrator), null);
            number ??= (int)await source.Scalar<long>("select nextval('employee_number')", ct);
            return (null, () => Write(found.Version, person, known, new ErasedPerson(employeeId, number.Value, person.WorkKey, person.Name, person.Email)));
        }
    }

    private static string Told(int version, List<Theirs> theirs) => new SeenPerson(
        version, theirs.Find(account => account.IsLinked)?.Id, theirs.Find(account => account is { IsLinked: false, IsAnothers: false })?.Id).ToString();

    /// <summary>How many texts that people wrote hold the name. They are not changed: a search finds them, and each can be deleted.</summary>
    /// <param name="reach">Only texts of these locations and of their tickets; null: every text.</param>
    public Task<long> Mentions(string name, IReadOnlySet<Guid>? reach, CancellationToken ct = default) => source.Scalar<long>(
        """
        select count(*) from text x
        where x.body ilike $1 and ($2::uuid[] is null or x.stream_id = any($2)
            or exists (select from ticket_row t where t.ticket_id = x.stream_id and t.location_id = any($2)))
        """,
        ct, LikePattern.Part(name), (object?)reach?.ToArray() ?? DBNull.Value);

    private async Task Write(long version, Employee person, IReadOnlyList<Known<Account>> theirs, ErasedPerson gone)
    {
        await store.Append([Employee(version, person, theirs, gone), .. theirs.Select(account => ErasedAccount.Of(account, gone.Number, actor, nameof(EmployeeErased)))]);
        foreach (var account in theirs) accounts.Forget(account.Id);
        fragments.Forget();
    }

    private Task<bool> IsErased(Guid employeeId, CancellationToken ct) =>
        source.Scalar<bool>("select exists (select from employee where id = $1 and erased_number is not null)", ct, employeeId);

    private Task<List<Theirs>> Accounts(Guid employeeId, string email, CancellationToken ct) => source.Rows(
        """
        select a.id, coalesce(r.employee_id = $1, false), r.employee_id is not null and r.employee_id <> $1
        from account a
        join account_row r on r.account_id = a.id
        where r.employee_id = $1 or lower(a.email) = lower($2)
        """,
        row => new Theirs(row.GetGuid(0), row.GetBoolean(1), row.GetBoolean(2)), ct, employeeId, email);

    private Append Employee(long version, Employee person, IReadOnlyList<Known<Account>> theirs, ErasedPerson gone) => new(
        EmployeeRegister.StreamId, EmployeeRegister.StreamType, version, [new EmployeeErased(person.EmployeeId, gone.Number, person.LocationIds)])
    {
        Context = actor.Now(nameof(EmployeeErased)),
        SideWrites =
        [
            new SideWrite(
                """
                update employee set key = null, work_key = null, name = null, email = null, erased_number = $2, erased_at = $3, version = version + 1
                where id = $1
                """,
                person.EmployeeId, gone.Number, clock.Now),
            LineOrder.Of([person.EmployeeId]),
            new SideWrite("delete from employee_before where employee_id = $1", person.EmployeeId),
            // Whoever is linked since the look would keep the name; the account that goes along has been unlinked before this is asked.
            SideWrite.Demand("not exists (select from account_row where employee_id = $1)", person.EmployeeId),
            SideWrite.Demand("not exists (select from account where lower(email) = lower($1) and id <> all($2))", gone.Email, theirs.Select(account => account.Id).ToArray()),
            .. keepers.SelectMany(keeper => keeper.Forget(gone)),
        ],
    };

    /// <param name="IsLinked">By somebody's word; else by the address.</param>
    /// <param name="IsAnothers">Linked to another employee, with this one's address.</param>
    private sealed record Theirs(Guid Id, bool IsLinked, bool IsAnothers);
}
