using System.Collections.Concurrent;
using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>When devices were last here, to the nearest ten minutes: one write for each in that time and node, not one for each request.</summary>
public sealed class Sightings(NpgsqlDataSource source, TimeProvider machine)
{
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> written = [];

    public async Task See(Guid session, Guid account, CancellationToken ct)
    {
        var now = machine.GetUtcNow();
        if (written.TryGetValue(session, out var at) && now - at < Grain) return;
        if (written.Count > MostKept) written.Clear();
        written[session] = now;
        try
        {
            await source.Execute(
                """
                with seen as (
                    update account_session set last_seen_at = $3 where id = $1 and (last_seen_at is null or last_seen_at <= $4) returning account_id
                )
                update account set last_seen_at = $3 where id = $2 and exists (select from seen)
                """,
                ct, session, account, now, now - Grain);
        }
        catch (NpgsqlException)
        {
            // The request will say better why the database is away, if it needs it at all.
            written.TryRemove(session, out _);
        }
    }
}
