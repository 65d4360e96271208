using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Whether an e-mail and a password belong together; guessing is counted by account, on machine time.</summary>
/// <remarks>
/// Five wrong attempts close the account to everybody for five minutes, the right password included. After that nothing is counted
/// for another five: whoever goes on failing cannot keep its owner out for longer (decisions.md 19). Sessions go on meanwhile.
/// </remarks>
public sealed class Credentials(NpgsqlDataSource source, Passwords passwords, TimeProvider machine)
{
    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(5);

    private static readonly string CountAttempt = EmbeddedSql.Read("CountAttempt.sql", typeof(Credentials).Assembly);

    /// <param name="email">As <see cref="Domain.Accounts.EmailAddress"/> writes it; whatever else, nobody has.</param>
    /// <exception cref="Platform.Errors.TooManyAtOnceException">Too many wait for their turn.</exception>
    /// <returns>Null also for an unknown address or a closed account, and after as much work as for a wrong password.</returns>
    public async Task<Guid?> Check(string email, string password, CancellationToken ct = default)
    {
        // A turn before the count: who is sent away for want of one has not guessed wrongly.
        using var turn = await passwords.Turn(ct);
        // Counted before the password is looked at: a hundred guesses sent at once are not all the first one.
        var rows = await source.Rows(
            CountAttempt, row => (Id: row.GetGuid(0), Hash: row.IsDBNull(1) ? null : row.GetString(1), IsClosed: row.GetBoolean(2)),
            ct, email, machine.GetUtcNow(), Closed);
        var (id, hash, isClosed) = rows.FirstOrDefault();
        if (!passwords.IsRight(hash, password) || isClosed) return null;

        await source.Execute(
            "update account set failures = 0, locked_until = case when locked_until < $2 then locked_until end where id = $1",
            ct, id, machine.GetUtcNow());
        return id;
    }

    /// <summary>Whose account an address is, and whether it is closed just now; null: nobody's.</summary>
    public async Task<(Guid Id, bool IsClosed)?> Standing(string email, CancellationToken ct = default)
    {
        var found = await source.Rows(
            "select id, coalesce(locked_until > $2, false) from account where lower(email) = lower($1)", row => (row.GetGuid(0), row.GetBoolean(1)), ct, email, machine.GetUtcNow());
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Of somebody who is signed in and says so once more.</summary>
    public async Task<bool> IsRight(Guid accountId, string password, CancellationToken ct = default)
    {
        using var turn = await passwords.Turn(ct);
        return passwords.IsRight(await source.Scalar<string>("select password_hash from account where id = $1", ct, accountId), password);
    }
}
