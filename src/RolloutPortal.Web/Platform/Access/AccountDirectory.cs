using System.Collections.Concurrent;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Accounts in recent use, kept for a few seconds; a change of rights also reaches it through the log's tail.</summary>
public sealed class AccountDirectory(ReadTables read, TimeProvider machine)
{
    /// <summary>A disabled account or a changed scope loses pages and topics within 10 s (decisions.md 19), even should a wake-up be lost.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (SignedInAccount? Account, DateTimeOffset At)> known = [];

    /// <returns>Null when there is no such account.</returns>
    public async Task<SignedInAccount?> Find(Guid id, CancellationToken ct = default)
    {
        if (known.TryGetValue(id, out var found) && machine.GetUtcNow() - found.At < Kept) return found.Account;
        var account = await Load(id, ct);
        known[id] = (account, machine.GetUtcNow());
        return account;
    }

    public void Forget(Guid id) => known.TryRemove(id, out _);

    public void ForgetAll() => known.Clear();

    private async Task<SignedInAccount?> Load(Guid id, CancellationToken ct)
    {
        var rows = await read.Query(
            """
            select a.email, a.name, a.stamp, coalesce(r.disabled, false), coalesce(r.language, a.language)
            from account a
            left join account_row r on r.account_id = a.id
            where a.id = $1
            """,
            reader => (Email: reader.GetString(0), Name: reader.GetString(1), Stamp: reader.GetString(2), Disabled: reader.GetBoolean(3),
                Language: reader.IsDBNull(4) ? null : reader.GetString(4)), ct, id);
        if (rows is not [var row]) return null;
        var grants = await read.Where<GrantRow>("account_id = $1", ct, id);
        return new SignedInAccount(id, row.Email, row.Name, row.Language, row.Stamp, row.Disabled, new Rights([.. grants.Select(grant => grant.ToGrant())]));
    }
}
