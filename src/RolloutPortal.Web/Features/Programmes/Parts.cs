using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>An area or a provider by days.</summary>
public sealed record Part(PartKind Kind, Guid Id, Guid ProgrammeId, NameDays Days);

/// <summary>One of them where it can be chosen.</summary>
public sealed record PartChoice(Guid Id, string Name);

/// <summary>Areas and providers with their names on any day.</summary>
public sealed record PartBook(IReadOnlyList<Part> All)
{
    private readonly Dictionary<Guid, NameDays> byId = All.ToDictionary(part => part.Id, part => part.Days);

    /// <summary>Empty when there is none.</summary>
    public string NameOf(Guid? id, DateOnly day) => id is { } known && byId.TryGetValue(known, out var days) ? days.On(day) : "";

    /// <summary>Those that are there on a day, by the names of that day.</summary>
    /// <param name="chosen">Stays possible though it is closed.</param>
    public IReadOnlyList<PartChoice> Choices(PartKind kind, DateOnly day, Guid? chosen = null) =>
        [.. All.Where(part => part.Kind == kind && (part.Days.IsThere(day) || part.Id == chosen)).Select(part => new PartChoice(part.Id, part.Days.On(day))).ByName(part => part.Name)];
}

/// <summary>Reads areas and providers.</summary>
public sealed class Parts(ReadTables read)
{
    /// <summary>All of a programme, closed ones too.</summary>
    public async Task<PartBook> Book(Guid programmeId, CancellationToken ct = default) => new(
    [
        .. (await read.Where<AreaRow>("programme_id = $1", ct, programmeId)).Select(Of),
        .. (await read.Where<ProviderRow>("programme_id = $1", ct, programmeId)).Select(Of),
    ]);

    public async Task<Part?> Find(PartKind kind, Guid id, CancellationToken ct = default) => kind is PartKind.Area
        ? await read.Get<AreaRow>(id, ct) is { } area ? Of(area) : null
        : await read.Get<ProviderRow>(id, ct) is { } provider ? Of(provider) : null;

    public static Part Of(AreaRow row) => new(PartKind.Area, row.AreaId, row.ProgrammeId, row.Days);

    public static Part Of(ProviderRow row) => new(PartKind.Provider, row.ProviderId, row.ProgrammeId, row.Days);
}
