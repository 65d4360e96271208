using System.Globalization;
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
    private const string Retired = "slettet.invalid";

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
        var written = number.ToString(CultureInfo.InvariantCulture);
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
                // Somebody may have had two accounts: the number is one, addresses differ.
                new SideWrite(
                    "update account set name = $2, email = $3, password_hash = null, stamp = $4, erased_number = $5 where id = $1",
                    account.Id, $"Medarbejder {written}", $"medarbejder-{written}-{account.Id:N}@{Retired}", Guid.NewGuid().ToString("N"), number),
            ],
        };
    }
}
