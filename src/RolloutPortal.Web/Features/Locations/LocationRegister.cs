using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>Opens locations and describes them anew. That a code is used once in a programme is a reservation (decisions.md 5).</summary>
public sealed class LocationRegister(Ledger ledger, Clock clock)
{
    /// <summary>{0}: the code.</summary>
    public const string CodeTaken = "location.code-taken";

    public const string FromInFuture = "location.from-in-future";

    /// <summary>{0}: the day of the last change.</summary>
    public const string FromBeforeLast = "location.from-before-last";

    public static Claim Claim(Guid programmeId, Guid locationId, string code) =>
        new("location-code", $"{programmeId}/{LocationCode.Canonical(code)}", locationId);

    public Task<Refusal?> Open(OpenLocation command, CancellationToken ct = default) => ledger.Decide<Location, LocationEvent>(
        command.LocationId, location => location.Open(command),
        With(command.ProgrammeId, command.LocationId, command.Code ?? ""), ct);

    /// <param name="seen">The version that the form's user saw.</param>
    /// <exception cref="StaleVersionException">Somebody else described it meanwhile.</exception>
    public async Task<Refusal?> Describe(Guid locationId, long seen, string? code, LocationDescription description, DateOnly from, CancellationToken ct = default)
    {
        var known = (await ledger.Load<Location, LocationEvent>(locationId, ct)).State;
        if (known.Opening is not { } opening) return new Refusal(LocationRefusals.NotFound);

        var isRecoded = LocationCode.Canonical(known.Code) != LocationCode.Canonical(code ?? "");
        var with = With(opening.ProgrammeId, locationId, code ?? "") with
        {
            SeenVersion = seen,
            Releases = isRecoded ? [Claim(opening.ProgrammeId, locationId, known.Code)] : [],
        };
        return await ledger.Decide<Location, LocationEvent>(locationId, location => Describe(location, code, description, from), with, ct);
    }

    /// <summary>Whether it is described just so: a form that was sent twice is no conflict.</summary>
    public async Task<bool> IsSo(Guid locationId, string? code, LocationDescription description, DateOnly from, CancellationToken ct = default) =>
        Describe((await ledger.Load<Location, LocationEvent>(locationId, ct)).State, code, description, from) is { Refusal: null, Events.Count: 0 };

    /// <summary>Rows show a location as it was described last: what is said today must not be about a day before that, or after today.</summary>
    private Decision<LocationEvent> Describe(Location location, string? code, LocationDescription description, DateOnly from)
    {
        var decision = location.Decide<Location, LocationEvent>([l => l.Recode(code), l => l.Describe(description, from)]);
        if (decision.Events.All(@event => @event is LocationRecoded)) return decision;
        if (from > clock.Today(description.TimeZone)) return new Refusal(FromInFuture);
        return location.History!.Periods()[^1].From is var last && from < last ? new Refusal(FromBeforeLast, last) : decision;
    }

    private static Together With(Guid programmeId, Guid locationId, string code) =>
        new() { Claims = [new Reserve(Claim(programmeId, locationId, code), new Refusal(CodeTaken, code.Trim()))] };
}
