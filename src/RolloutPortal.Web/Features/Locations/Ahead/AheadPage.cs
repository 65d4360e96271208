using RolloutPortal.Web.Features.Programmes;

namespace RolloutPortal.Web.Features.Locations.Ahead;

/// <summary>One change that is still to come.</summary>
/// <param name="Day">The first local day on which it holds.</param>
/// <param name="Name">What changes, as it is called today.</param>
/// <param name="What">What becomes of it.</param>
/// <param name="Left">People who have their place there on that day still, though it is closed; nobody knows where they go.</param>
public sealed record ChangeAhead(DateOnly Day, string Address, string Name, string What, int Left = 0);

/// <summary>All that changes in a programme's organisation, the next day first.</summary>
public sealed record AheadPage(ProgrammeRow Programme, IReadOnlyList<ChangeAhead> Changes, string Topics)
{
    public string Address => $"{Locations}/changes";

    public string Locations => $"/programmes/{Programme.ProgrammeId}/locations";

    public IEnumerable<IGrouping<DateOnly, ChangeAhead>> Days => Changes.GroupBy(change => change.Day);
}
