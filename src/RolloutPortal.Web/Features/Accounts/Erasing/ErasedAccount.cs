using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Erasing;

/// <summary>What becomes of the account of somebody who is erased: it signs nobody in any more, follows nobody, and is never opened again;
/// what it did is told by the number.</summary>
public static class ErasedAccount
{
    /// <summary>Addresses are unique; this one reaches nobody and is shown to nobody.</summary>
    private const string Retired = "erased.invalid";

    /// <summary>An account that administers is not closed this way: somebody takes that role first.</summary>
    public static bool Administers(Account account) => !account.IsDisabled && account.Grants.Any(grant => grant.Role is Role.Administrator);

    /// <param name="number">What the person is called from now on.</param>
    /// <param name="cause">The event of which it is a part.</param>
    public static Append Of(Known<Account> account, int number, Actor actor, string cause)
    {
        List<AccountEvent> events = [new PersonDescribed(account.Id), new SessionsEnded(account.Id, KeptSessionId: null)];
        if (account.State.EmployeeId is { } employee) events.Add(new EmployeeUnlinked(account.Id, employee));
        if (!account.State.IsDisabled) events.Add(new AccountDisabled(account.Id));
        events.Add(new PersonErased(account.Id, number));
        return new Append(account.Id, StoredName.Of(typeof(Account)), account.Version, [.. events])
        {
            Context = actor.Now(cause),
            SideWrites =
            [
                new SideWrite("delete from reservation where kind in ('email', 'account-employee', 'identity') and owner = $1", account.Id),
                KnownDevices.Forget(account.Id),
                new SideWrite("delete from account_session where account_id = $1", account.Id),
                new SideWrite("delete from account_identity where account_id = $1", account.Id),
                new SideWrite("delete from one_time_link where account_id = $1", account.Id),
                // What the number is called depends on who reads it.
                new SideWrite(
                    "update account set name = '', email = $2, password_hash = null, stamp = $3, erased_number = $4 where id = $1",
                    account.Id, $"{account.Id:N}@{Retired}", Guid.NewGuid().ToString("N"), number),
            ],
        };
    }
}
