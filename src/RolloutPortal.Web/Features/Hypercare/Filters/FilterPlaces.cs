using System.Globalization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>The twenty places that one person has for filters in a programme: each filter holds one, and no two the same.</summary>
/// <remarks>A count that is read before it is written would let two forms at once be the twentieth (decisions.md 5: a reservation row).</remarks>
public sealed class FilterPlaces(ReadTables read)
{
    internal const string Kind = "saved-filter";

    /// <summary>That it was taken meanwhile; the next one is tried.</summary>
    private static readonly Refusal Taken = new(SavedFilterRefusals.TooMany, SavedFilter.Most);

    /// <summary>Decides with one free place after the other, until one is had.</summary>
    /// <param name="decide">Is given how many are taken, and the claim to be written with the events.</param>
    public Task<Refusal?> InOne(Guid programmeId, Guid ownerId, Guid filterId, Func<int, Reserve[], Task<Refusal?>> decide, CancellationToken ct = default) =>
        Patience.Until(
            async () =>
            {
                var taken = await Held(programmeId, ownerId, ct);
                var free = Enumerable.Range(1, SavedFilter.Most).Select(place => Key(programmeId, ownerId, place)).Except(taken.Select(claim => claim.Key)).FirstOrDefault();
                Reserve[] claims = free is null ? [] : [new Reserve(new Claim(Kind, free, filterId), Taken)];
                return await decide(taken.Count, claims);
            },
            refusal => ReferenceEquals(refusal, Taken));

    /// <summary>What a filter holds, to be given back with it.</summary>
    public async Task<Claim[]> Of(SavedFilterLine filter, CancellationToken ct = default) =>
        [.. (await Held(filter.ProgrammeId, filter.OwnerId, ct)).Where(claim => claim.Owner == filter.Id)];

    private Task<List<Claim>> Held(Guid programmeId, Guid ownerId, CancellationToken ct) => read.Query(
        "select key, owner from reservation where kind = $1 and key = any($2)", row => new Claim(Kind, row.GetString(0), row.GetGuid(1)), ct,
        Kind, Enumerable.Range(1, SavedFilter.Most).Select(place => Key(programmeId, ownerId, place)).ToArray());

    private static string Key(Guid programmeId, Guid ownerId, int place) => string.Create(CultureInfo.InvariantCulture, $"{programmeId}/{ownerId}/{place}");
}
