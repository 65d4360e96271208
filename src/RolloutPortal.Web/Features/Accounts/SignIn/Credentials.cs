using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Whether an e-mail and a password belong together; guessing is counted by account, on machine time.</summary>
/// <remarks>
/// Five wrong attempts close the account to strangers for five minutes, the right password included. After that nothing is counted
/// for another five: whoever goes on failing cannot keep its owner out for longer (decisions.md 19). A browser in which its owner has
/// signed in before counts for itself, by the same rule (<see cref="KnownDevices"/>): what others fail at closes nothing there.
/// Sessions go on meanwhile.
/// </remarks>
public sealed class Credentials(NpgsqlDataSource source, Passwords passwords, TimeProvider machine)
{
    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(5);

    private static readonly string CountAttempt = EmbeddedSql.Read("CountAttempt.sql", typeof(Credentials).Assembly);

    private static readonly string CountDeviceAttempt = EmbeddedSql.Read("CountDeviceAttempt.sql", typeof(Credentials).Assembly);

    /// <param name="device">This browser, as <see cref="KnownDevices.Of"/> has it; null: a stranger's.</param>
    /// <param name="email">As <see cref="Domain.Accounts.EmailAddress"/> writes it; whatever else, nobody has.</param>
    /// <exception cref="Platform.Errors.TooManyAtOnceException">Too many wait for their turn.</exception>
    /// <returns>Null also for an unknown address or a closed account, and after as much work as for a wrong password.</returns>
    public async Task<Guid?> Check(string email, string password, string? device = null, CancellationToken ct = default)
    {
        // A turn before the count: who is sent away for want of one has not guessed wrongly.
        using var turn = await passwords.Turn(ct);
        // Counted before the password is looked at: a hundred guesses sent at once are not all the first one.
        var known = device is null ? null : await Count(CountDeviceAttempt, ct, email, machine.GetUtcNow(), Closed, device);
        var attempt = known ?? await Count(CountAttempt, ct, email, machine.GetUtcNow(), Closed);
        if (!passwords.IsRight(attempt?.Hash, password) || attempt!.IsClosed) return null;

        if (known is null) await Forgive("account", "id = $1", ct, attempt.Id, machine.GetUtcNow());
        else await Forgive("account_device", "account_id = $1 and hash = $3", ct, attempt.Id, machine.GetUtcNow(), device!);
        return attempt.Id;
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

    private async Task<Attempt?> Count(string sql, CancellationToken ct, params object?[] values) => (await source.Rows(
        sql, row => new Attempt(row.GetGuid(0), row.Text(1), row.GetBoolean(2)), ct, values)).FirstOrDefault();

    private Task<int> Forgive(string table, string which, CancellationToken ct, params object?[] values) =>
        source.Execute($"update {table} set failures = 0, locked_until = case when locked_until < $2 then locked_until end where {which}", ct, values);

    private sealed record Attempt(Guid Id, string? Hash, bool IsClosed);
}
