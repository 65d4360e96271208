using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Which streams an import changed, from which version to which.</summary>
/// <param name="Now">The stream's version today.</param>
internal sealed record ImportTrace(Guid StreamId, long Before, long After, long Now)
{
    public bool IsNew => Before == 0;

    public bool HasMovedOn => Now != After;

    /// <summary>To be written with the appends.</summary>
    public static SideWrite Of(Guid importId, IReadOnlyList<Append> appends) => new(
        "insert into import_trace (import_id, stream_id, version_before, version_after) select $1, s, b, a from unnest($2, $3, $4) as t(s, b, a)",
        importId, appends.Select(append => append.StreamId).ToArray(), appends.Select(append => append.ExpectedVersion).ToArray(),
        appends.Select(append => append.ExpectedVersion + append.Events.Count).ToArray());

    public static Task<List<ImportTrace>> Read(ReadTables read, Guid importId, CancellationToken ct) => read.Query(
        """
        select t.stream_id, t.version_before, t.version_after, s.version::bigint
        from import_trace t
        join mt_streams s on s.id = t.stream_id
        where t.import_id = $1
        """,
        row => new ImportTrace(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), ct, importId);
}
