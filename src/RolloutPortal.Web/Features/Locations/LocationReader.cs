using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Locations.Describing;
using RolloutPortal.Web.Features.Locations.Staff;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Features.Shared.Origin;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>Reads locations as the viewer may see them. Scoped.</summary>
public sealed class LocationReader(ReadTables read, LocationDays days, LocationTimes times, Clock clock, RolloutReader rollout, LocationStory story, Workplaces workplaces, Sources sources, Parts parts, Viewer viewer)
{
    public async Task<LocationList> List(Guid programmeId, LocationFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var day = filter.On is { } on && Domain.Calendar.Days.Hold(on) ? on : (DateOnly?)null;
        var today = clock.Today(programme.TimeZone);
        var known = await rollout.LocationsOn(day ?? today, programmeId, ct);
        var all = known.Where(standing => standing.IsThere || filter.WithGone).ToList();
        return new(
            programme, all, await rollout.People(all, ct), filter with { On = day }, today, list, await sources.Of(all.Select(standing => standing.Location.LocationId), ct),
            await rollout.TopicsOf(programmeId, ct), await viewer.May(Permission.Plan, programmeId, ct),
            (await read.Where<AreaRow>("programme_id = $1 limit 1", ct, programmeId)).Count > 0)
        {
            ToCome = filter.WithGone ? null : ToCome.Of(known, programmeId),
            MayImport = await viewer.May(Permission.Import, programmeId, ct),
        };
    }

    public async Task<LocationPage> Page(Guid locationId, CancellationToken ct = default)
    {
        var standing = (await rollout.Location(locationId, ct))!;
        var programmeId = standing.Location.ProgrammeId;
        var known = (await days.Today(locationId, ct))!;
        return new(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, standing, known, await times.Of(known, standing.Day, ct),
            await story.Of(locationId, ct), await People(standing, ct), await sources.Of(locationId), await rollout.TopicsOf(locationId, ct),
            await viewer.May(Permission.Plan, programmeId, ct), await viewer.May(Permission.LogTickets, locationId, ct),
            await viewer.May(Permission.SeeTickets, locationId, ct))
        {
            Left = known.ClosedFrom is { } closed ? (await workplaces.Count([(locationId, closed)], ct)).GetValueOrDefault(locationId) : 0,
        };
    }

    private async Task<LocationPeople> People(LocationStanding standing, CancellationToken ct) => new(
        (await workplaces.Count([(standing.Location.LocationId, standing.Day)], ct)).GetValueOrDefault(standing.Location.LocationId),
        await workplaces.Roles(standing.Location.LocationId, standing.Day, ct));

    /// <param name="programmeId">Where the location is, or shall be.</param>
    public async Task<LocationFormPage> Form(Guid programmeId, LocationForm form, IReadOnlyList<HistoryLine> now, CancellationToken ct = default)
    {
        var (programme, book) = ((await read.Get<ProgrammeRow>(programmeId, ct))!, await parts.Book(programmeId, ct));
        var day = form.From ?? clock.Today(programme.TimeZone);
        return new(programme, form, book.Choices(PartKind.Area, day, form.AreaId), book.Choices(PartKind.Provider, day, form.ProviderId), book, now);
    }
}

/// <summary>The page of one location.</summary>
/// <param name="Today">As it is today.</param>
/// <param name="Times">Its periods, and what is planned.</param>
/// <param name="People">Who works there today, counted.</param>
public sealed record LocationPage(
    ProgrammeRow Programme, LocationStanding Standing, LocationDay Today, LocationTimes.Told Times, IReadOnlyList<HistoryLine> History, LocationPeople People, SourceNotes Sources,
    string Topics, bool MayPlan, bool MayLog, bool MaySeeTickets)
{
    /// <summary>People whose place it is still when it is closed: nobody has said where they go.</summary>
    public int Left { get; init; }

    /// <summary>By name; null for whoever may not see names, and where the region alone is asked for.</summary>
    public StaffPage? Staff { get; init; }

    /// <summary>In their canonical form; empty when not stated.</summary>
    public string OpeningHours => Today.OpeningHours;

    /// <summary>Acts fit what goes on: neither what is closed nor what never came.</summary>
    public bool MayAct => MayPlan && Today.ClosedFrom is null;

    public RolloutRow Location => Standing.Location;

    public string Address => $"/locations/{Location.LocationId}";

    /// <summary>One value as it is from a day on.</summary>
    public static string Written(LocationTimes.Told times, LocationValue value, DateOnly day, IStringLocalizer<SharedTexts> shared) => value switch
    {
        LocationValue.Name => times.On(day).Name,
        LocationValue.Area => times.NameOf(times.On(day).AreaId, day),
        LocationValue.Users => times.On(day).Users.ToString("N0", CultureInfo.CurrentCulture),
        LocationValue.Side => shared.Of(times.On(day).Side),
        LocationValue.OpeningHours => HoursText.Of(times.On(day).OpeningHours, shared["hours.always"]),
        LocationValue.TimeZone => times.On(day).TimeZone,
        _ => times.On(day).ProviderId is { } provider ? times.NameOf(provider, day) : "–",
    };
}
