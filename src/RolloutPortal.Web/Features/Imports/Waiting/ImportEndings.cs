using System.Text.Json;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>How a file that waits comes to its end. Whichever it is, nothing of what stood in it stays.</summary>
public sealed class ImportEndings(NpgsqlDataSource source, Clock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What is set when a file is at its end, whichever: nothing of what stood in it stays.</summary>
    internal const string Nothing = $"counts = null, {NothingRead}";

    private const string NothingRead = "content = null, columns = null, digest = null, headers = '[]', accepted = '[]', held_until = null";

    /// <summary>Of a file that was not stored nobody answers for what its name may hold.</summary>
    private const string NameOfTheUnstored =
        """
        file_name = case when counts is null or counts -> 'Doubts' @> '[{"Key": "file.name-doubt"}]' then regexp_replace(file_name, '[0-9]', '*', 'g') else file_name end
        """;

    /// <summary>Until it is stored.</summary>
    public Task<bool> Cancel(Guid importId, Guid by, CancellationToken ct) => End(importId, ImportState.Cancelled, ct, by);

    /// <summary>All of a programme that nobody is storing.</summary>
    public async Task CancelAll(Guid programmeId, Guid by, CancellationToken ct)
    {
        var open = await source.Rows("select id from import where programme_id = $1 and state in ('Checking', 'Checked')", row => row.GetGuid(0), ct, programmeId);
        foreach (var id in open) await Cancel(id, by, ct);
    }

    public Task<bool> Fail(Guid importId, CancellationToken ct) => End(importId, ImportState.Failed, ct);

    /// <summary>Nothing of it could be read: it ends, and its summary says why, which quotes nothing of it.</summary>
    public Task Refuse(Guid importId, CheckedImport file, CancellationToken ct) => source.Execute(
        $"""
        update import set state = 'Refused', ended_at = $4, counts = $2::jsonb, {NothingRead}, file_name = case when $3 then regexp_replace(file_name, '[0-9]', '*', 'g') else file_name end
        where id = $1 and state in ('Checking', 'Storing')
        """,
        ct, importId, JsonSerializer.Serialize(CheckSummary.Of(file)), file.Doubts.Count > 0, clock.Now);

    /// <summary>What nobody stored within a day goes.</summary>
    public async Task Expire(CancellationToken ct)
    {
        var old = await source.Rows(
            "select id from import where state in ('Checking', 'Checked', 'Storing') and created_at < $1", row => row.GetGuid(0), ct, clock.Now - Kept);
        foreach (var id in old) await End(id, ImportState.Expired, ct);
    }

    /// <summary>In the transaction that stores the file: it is stored only if nobody has cancelled it, and then its content goes.</summary>
    internal static SideWrite[] Stored(Guid importId) =>
    [
        new($"update import set state = 'Stored', {Nothing} where id = $1 and state = 'Storing'", importId),
        SideWrite.Demand("exists (select from import where id = $1 and state = 'Stored')", importId),
        new("delete from import_line where import_id = $1", importId),
    ];

    /// <summary>With its lines, in one statement: a crash leaves nobody's name behind.</summary>
    private async Task<bool> End(Guid importId, ImportState state, CancellationToken ct, Guid? by = null) => await source.Scalar<long>(
        $"""
        with ended as (
            update import set state = '{state}', ended_at = $2, ended_by = $3, {NameOfTheUnstored}, {Nothing} where id = $1 and state in ('Checking', 'Checked', 'Storing') returning id),
        gone as (delete from import_line where import_id in (select id from ended))
        select count(*) from ended
        """,
        ct, importId, clock.Now, by) > 0;
}
