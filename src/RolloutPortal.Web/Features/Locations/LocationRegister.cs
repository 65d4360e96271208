using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>Opens locations and describes them anew. That a code is used once in a programme is a reservation (decisions.md 5).</summary>
public sealed class LocationRegister(Ledger ledger, ReadTables read)
{
    public static Claim Claim(Guid programmeId, Guid locationId, string code) =>
        new("location-code", $"{programmeId}/{LocationCode.Canonical(code)}", locationId);

    public async Task<Refusal?> Open(OpenLocation command, CancellationToken ct = default)
    {
        var programme = (await ledger.Load<Programme, ProgrammeEvent>(command.ProgrammeId, ct)).State;
        return await ledger.Decide<Location, LocationEvent>(
            command.LocationId, location => Grounded(programme, location, location.Open(command)),
            Reserving(command.ProgrammeId, command.LocationId, command.Code ?? ""), ct);
    }

    /// <param name="seen">The version that the form's user saw.</param>
    /// <exception cref="StaleVersionException">Somebody else described it meanwhile.</exception>
    public async Task<Refusal?> Describe(Guid locationId, long seen, string? code, LocationDescription description, DateOnly from, CancellationToken ct = default)
    {
        var known = (await ledger.Load<Location, LocationEvent>(locationId, ct)).State;
        if (known.Opening is not { } opening) return new Refusal(LocationRefusals.NotFound);

        var programme = (await ledger.Load<Programme, ProgrammeEvent>(opening.ProgrammeId, ct)).State;
        var isRecoded = LocationCode.Canonical(known.Code) != LocationCode.Canonical(code ?? "");
        var with = Reserving(opening.ProgrammeId, locationId, code ?? "") with
        {
            SeenVersion = seen,
            Releases = isRecoded ? [Claim(opening.ProgrammeId, locationId, known.Code)] : [],
        };
        return await ledger.Decide<Location, LocationEvent>(locationId, location => Grounded(programme, location, location.Correct(code, description, from)), with, ct);
    }

    /// <summary>Whether another location has the code by now: said together with whatever else is wrong. The reservation decides.</summary>
    public async Task<Refusal?> Taken(Guid programmeId, Guid locationId, string? code, CancellationToken ct = default)
    {
        var others = await read.Where<LocationRow>("programme_id = $1 and location_id <> $2 and since is distinct from closed_from", ct, programmeId, locationId);
        var canonical = LocationCode.Canonical(code ?? "");
        return others.Any(row => LocationCode.Canonical(row.Code) == canonical) ? new Refusal(LocationRefusals.CodeTaken, code!.Trim()) : null;
    }

    /// <summary>Whether it is described just so: a form that was sent twice is no conflict.</summary>
    public async Task<bool> IsSo(Guid locationId, string? code, LocationDescription description, DateOnly from, CancellationToken ct = default) =>
        (await ledger.Load<Location, LocationEvent>(locationId, ct)).State.Correct(code, description, from) is { Refusal: null, Events.Count: 0 };

    /// <summary>Said beside the field; that it holds whatever happens at the same moment is <see cref="ClosedParts"/>' affair.</summary>
    private static Decision<LocationEvent> Grounded(Programme programme, Location location, Decision<LocationEvent> decision) =>
        decision.Refusal is null && LocationGround.Check(programme, decision.Events.Aggregate(location, (state, e) => state.Apply(e)).History) is { } gone ? gone : decision;

    /// <summary>A code, reserved for one location of a programme.</summary>
    public static Together Reserving(Guid programmeId, Guid locationId, string code) =>
        new() { Claims = [new Reserve(Claim(programmeId, locationId, code), new Refusal(LocationRefusals.CodeTaken, code.Trim()))] };
}
