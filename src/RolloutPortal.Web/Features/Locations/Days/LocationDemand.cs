using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Locations.Days;

/// <summary>What is put on a location needs it to be there. Whoever decides looks at its rows; that nobody takes it back at the same moment
/// is demanded once more where it is written (decisions.md 5).</summary>
public static class LocationDemand
{
    /// <summary>None of them was taken back.</summary>
    public static SideWrite Standing(params Guid[] locations) =>
        SideWrite.Demand("not exists (select from location_row where location_id = any($1) and ending = 'Withdrawn')", locations);
}
