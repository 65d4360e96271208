namespace RolloutPortal.Web.Features.Rollout;

/// <summary>Locations that are not there yet on a day, and come later: what an empty list owes its reader.</summary>
/// <param name="First">The first local day on which one of them is there.</param>
/// <param name="Together">All of them come on that day.</param>
public sealed record ToCome(int Count, DateOnly First, bool Together, Guid ProgrammeId)
{
    /// <summary>The list that shows them.</summary>
    public string Address => $"/programmes/{ProgrammeId}/locations?gone=1";

    /// <summary>They among all else that changes.</summary>
    public string Changes => $"/programmes/{ProgrammeId}/locations/changes";

    /// <returns>Null when none comes.</returns>
    public static ToCome? Of(IEnumerable<LocationStanding> locations, Guid programmeId)
    {
        DateOnly[] days = [.. locations.Where(standing => standing.IsToCome).Select(standing => standing.Location.Since)];
        return days.Length == 0 ? null : new(days.Length, days.Min(), days.Distinct().Count() == 1, programmeId);
    }
}
