using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations.Days;

/// <summary>What is put on a location needs it to be there. Whoever decides looks at its rows; that nobody takes it back at the same moment
/// is demanded once more where it is written (decisions.md 5).</summary>
public static class LocationDemand
{
    public static Refusal Gone { get; } = new(LocationRefusals.NotFound);

    /// <summary>None of them was taken back.</summary>
    public static Demand Standing(params Guid[] locations) => new(
        SideWrite.Demand("not exists (select from location_row where location_id = any($1) and ending = 'Withdrawn')", locations), Gone);
}
