using Npgsql;
using RolloutPortal.Domain.Photos;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>Photos beside the log: written in the append's transaction, read by ticket and id.</summary>
public sealed class PhotoStore(NpgsqlDataSource source)
{
    /// <param name="small">Null where no browser made one.</param>
    public static SideWrite Insert(Guid id, Guid ticketId, CleanPhoto photo, byte[]? small, Guid by, DateTimeOffset at) => new(
        """
        insert into photo (id, ticket_id, type, width, height, bytes, small, added_by, added_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do nothing
        """,
        id, ticketId, photo.Type, photo.Width, photo.Height, photo.Bytes, small, by, at);

    public static SideWrite Remove(Guid id, Guid ticketId, DateTimeOffset at) => new(
        "update photo set bytes = null, small = null, removed_at = $3 where id = $1 and ticket_id = $2 and removed_at is null", id, ticketId, at);

    /// <summary>In the order in which they came; removed ones too, so that views can say so.</summary>
    public Task<List<TicketPhoto>> Of(Guid ticketId, CancellationToken ct = default) => source.Rows(
        "select id, ticket_id, width, height, added_by, added_at, bytes is null from photo where ticket_id = $1 order by added_at, id",
        row => new TicketPhoto(row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetInt32(3), row.GetGuid(4), row.GetFieldValue<DateTimeOffset>(5), row.GetBoolean(6)),
        ct, ticketId);

    /// <summary>Whether it is there to be seen, without reading it.</summary>
    public Task<bool> Has(Guid ticketId, Guid id, CancellationToken ct = default) =>
        source.Scalar<bool>("select exists (select from photo where id = $1 and ticket_id = $2 and bytes is not null)", ct, id, ticketId);

    /// <summary>Null when there is no such photo on this ticket, or it was removed.</summary>
    /// <param name="isSmall">The small version; the photo itself where there is none.</param>
    public async Task<PhotoBytes?> Read(Guid ticketId, Guid id, bool isSmall, CancellationToken ct = default)
    {
        var found = await source.Rows(
            """
            select case when $3 and small is not null then 'image/jpeg' else type end, case when $3 and small is not null then small else bytes end
            from photo
            where id = $1 and ticket_id = $2 and bytes is not null
            """,
            row => new PhotoBytes(row.GetString(0), row.GetFieldValue<byte[]>(1)), ct, id, ticketId, isSmall);
        return found is [var photo] ? photo : null;
    }

    /// <summary>Whether an id is another photo's: of another ticket, or with another picture. A removed one is itself, whatever comes.</summary>
    public Task<bool> IsAnothers(Guid ticketId, Guid id, byte[] bytes, CancellationToken ct = default) =>
        source.Scalar<bool>("select exists (select from photo where id = $1 and (ticket_id <> $2 or bytes <> $3))", ct, id, ticketId, bytes);
}
