using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Files that ended without being stored: whoever left the page reads here what became of theirs.</summary>
public sealed class EndedImports(NpgsqlDataSource source, Clock clock)
{
    /// <summary>Whoever was away for a week asks a colleague.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    private const int Most = 20;

    /// <summary>The last first.</summary>
    public Task<List<WaitingImport>> Of(Guid programmeId, CancellationToken ct) => source.Rows(
        $"""
        select {ImportDesk.Columns} from import
        where programme_id = $1 and state in ('Cancelled', 'Expired', 'Failed', 'Forgotten', 'Refused') and ended_at > $2
        order by ended_at desc, id limit {Most}
        """,
        ImportDesk.Read, ct, programmeId, clock.Now - Shown);
}
