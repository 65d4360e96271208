using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Events;
using RolloutPortal.Web.Features.Hypercare.Photos;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>Reads one ticket with everything its page shows. Scoped.</summary>
public sealed class TicketReader(ReadTables read, EventStore.Store store, Texts texts, CareLocations locations, LocationDays days, PhotoStore photos, Authors authors, Viewer viewer)
{
    /// <returns>Null when there is no such ticket.</returns>
    public async Task<TicketPage?> Page(Guid ticketId, string? notice = null, CancellationToken ct = default)
    {
        // The log first: a row read later is never older than the version that a form will carry.
        var events = await store.Read(ticketId, StoredName.Of(typeof(Ticket)), ct);
        if (await read.Get<TicketRow>(ticketId, ct) is not { } row || await locations.Find(row.LocationId, ct) is not { } at) return null;

        var history = TicketHistory.Of(events);
        var acts = await TicketActs.Of(row, viewer, ct);
        var names = await authors.Of([row.ReporterId, row.AssigneeId, .. history.SelectMany(entry => new[] { entry.By, entry.Whose })], row.LocationId, ct);
        return new TicketPage(
            row, at, at.Row.Area, await NamesOf(row, at, history, ct), acts, new People(acts.Me, names),
            await texts.Of(ticketId, [row.TextId, .. history.Select(entry => entry.TextId).OfType<Guid>()], ct), history, events.Count, notice)
        {
            ClosedFrom = days.IsThere(at.Row) ? null : at.Row.ClosedFrom,
            Photos = await photos.Of(ticketId, ct),
        };
    }

    /// <summary>A correction may have moved a ticket away from a module or location that its history still names.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> NamesOf(TicketRow row, CareLocation at, IReadOnlyList<HistoryEntry> history, CancellationToken ct)
    {
        var problems = history.SelectMany(entry => new[] { entry.Was, entry.Is }).OfType<Problem>();
        Guid[] ids = [.. problems.SelectMany(problem => new[] { problem.LocationId, problem.ModuleId }).Append(row.ModuleId).OfType<Guid>().Concat(at.Row.SuccessorIds).Distinct()];
        var rows = await read.Query(
            """
            select module_id, name from module_row where module_id = any($1)
            """,
            reader => (Id: reader.GetGuid(0), Name: reader.GetString(1)), ct, ids);
        return rows.Concat((await days.Names(ids, ct)).Select(place => (Id: place.Key, Name: place.Value))).ToDictionary(found => found.Id, found => found.Name);
    }
}
