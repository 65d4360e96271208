using System.Collections.Concurrent;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Accounts in recent use. While the log is followed, its tail tells what has changed and what is known stays; else it is
/// asked for again after a few seconds.</summary>
public sealed class AccountDirectory(ReadTables read, TimeProvider machine)
{
    /// <summary>A disabled account or a changed scope loses pages and topics within 10 s (decisions.md 19), even should a wake-up be lost.</summary>
    private static readonly TimeSpan KeptUnheard = TimeSpan.FromSeconds(5);

    /// <summary>A thousand watchers ask each second; all their accounts every five would be the larger part of the work.</summary>
    private static readonly TimeSpan KeptHeard = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, (SignedInAccount? Account, DateTimeOffset At)> known = [];
    private Func<TimeSpan> silence = () => TimeSpan.MaxValue;
    private long forgettings;

    /// <param name="sinceHeard">How long ago the log was last read to its end.</param>
    public void Follow(Func<TimeSpan> sinceHeard) => silence = sinceHeard;

    /// <returns>Null when there is no such account.</returns>
    public async Task<SignedInAccount?> Find(Guid id, CancellationToken ct = default)
    {
        if (known.TryGetValue(id, out var found) && machine.GetUtcNow() - found.At < Kept) return found.Account;
        var before = Interlocked.Read(ref forgettings);
        var account = await Load(id, ct);
        known[id] = (account, machine.GetUtcNow());
        // It may have changed between the reading and the keeping: then the next request reads again.
        if (before != Interlocked.Read(ref forgettings)) known.TryRemove(id, out _);
        return account;
    }

    public void Forget(Guid id)
    {
        Interlocked.Increment(ref forgettings);
        known.TryRemove(id, out _);
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref forgettings);
        known.Clear();
    }

    private TimeSpan Kept => silence() < LongestSilence ? KeptHeard : KeptUnheard;

    private async Task<SignedInAccount?> Load(Guid id, CancellationToken ct)
    {
        var rows = await read.Query(
            """
            select a.email, a.name, a.stamp, coalesce(r.disabled, false), coalesce(r.language, a.language),
                array(select s.id from account_session s where s.account_id = a.id)
            from account a
            left join account_row r on r.account_id = a.id
            where a.id = $1
            """,
            reader => (Email: reader.GetString(0), Name: reader.GetString(1), Stamp: reader.GetString(2), Disabled: reader.GetBoolean(3),
                Language: reader.Text(4), Sessions: reader.GetFieldValue<Guid[]>(5)), ct, id);
        if (rows is not [var row]) return null;
        var grants = await read.Where<GrantRow>("account_id = $1", ct, id);
        return new SignedInAccount(id, row.Email, row.Name, row.Language, row.Stamp, row.Disabled, new Rights([.. grants.Select(grant => grant.ToGrant()).Distinct()]))
        {
            Sessions = row.Sessions.ToHashSet(),
        };
    }
}
