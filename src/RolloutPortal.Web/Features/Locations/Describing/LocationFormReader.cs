using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Describing;

/// <summary>Reads what the form of a location may choose from.</summary>
public sealed class LocationFormReader(ReadTables read, Parts parts, Clock clock)
{
    /// <param name="programmeId">Where the location is, or shall be.</param>
    public async Task<LocationFormPage> Page(Guid programmeId, LocationForm form, IReadOnlyList<HistoryLine> now, CancellationToken ct = default)
    {
        var (programme, book) = ((await read.Get<ProgrammeRow>(programmeId, ct))!, await parts.Book(programmeId, ct));
        var day = form.From ?? clock.Today(programme.TimeZone);
        return new(programme, form, book.Choices(PartKind.Area, day, form.AreaId), book.Choices(PartKind.Provider, day, form.ProviderId), book, now);
    }
}
