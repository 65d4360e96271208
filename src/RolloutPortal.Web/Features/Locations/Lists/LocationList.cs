using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Features.Shared.Origin;

namespace RolloutPortal.Web.Features.Locations.Lists;

/// <summary>A programme's locations as one viewer sees them: filtered, in an order, page by page.</summary>
/// <param name="All">On the day that is asked for, whatever the rest of the filter.</param>
/// <param name="People">Who works there on that day, counted, by location; nobody: not among them.</param>
public sealed record LocationList(
    ProgrammeRow Programme, IReadOnlyList<LocationStanding> All, IReadOnlyDictionary<Guid, int> People, LocationFilter Filter, DateOnly Today, ListRequest List,
    SourceNotes Sources, string Topics, bool MayPlan, bool HasAreas)
{
    private static readonly Dictionary<string, Func<LocationStanding, object>> Orders = new()
    {
        ["name"] = standing => standing.Location.Name,
        ["code"] = standing => standing.Location.Code,
        ["area"] = standing => standing.Location.Area,
        ["wave"] = standing => standing.Location.WaveNumber ?? int.MaxValue,
        ["users"] = standing => standing.Location.Users,
        ["side"] = standing => standing.Location.Side,
        ["provider"] = standing => standing.Location.Provider ?? "",
        ["phase"] = standing => standing.Phase,
    };

    private readonly IReadOnlyList<LocationStanding> found = [.. InOrder(All.Where(Filter.Shows), People, List)];

    /// <summary>What is left out because it comes later; null where it is shown, and where there is none.</summary>
    public ToCome? ToCome { get; init; }

    public bool MayImport { get; init; }

    public string Address => List.Address.ToString();

    /// <summary>Of those found; the others are closed on that day, or come later.</summary>
    public int There => found.Count(standing => standing.IsThere);

    public int Users => found.Where(standing => standing.IsThere).Sum(standing => standing.Location.Users);

    public Pager Pager => new(List, found.Count);

    public IEnumerable<LocationStanding> Shown => found.Skip((Pager.Page - 1) * ListRequest.PageSize).Take(ListRequest.PageSize);

    public IEnumerable<(Guid Id, string Name)> Areas =>
        All.Select(standing => (standing.Location.AreaId, standing.Location.Area)).Distinct().OrderBy(area => area.Area, StringComparer.CurrentCulture);

    public IEnumerable<(Guid Id, string Name)> Providers =>
        All.Where(standing => standing.Location.ProviderId is not null)
            .Select(standing => (standing.Location.ProviderId!.Value, standing.Location.Provider!)).Distinct()
            .OrderBy(provider => provider.Item2, StringComparer.CurrentCulture);

    private static IEnumerable<LocationStanding> InOrder(IEnumerable<LocationStanding> locations, IReadOnlyDictionary<Guid, int> people, ListRequest list)
    {
        var order = list.Key == "people" ? standing => people.GetValueOrDefault(standing.Location.LocationId) : Orders.GetValueOrDefault(list.Key) ?? Orders["name"];
        var by = Comparer<object>.Create((a, b) => a is string text ? StringComparer.CurrentCulture.Compare(text, b) : Comparer<object>.Default.Compare(a, b));
        // The locations come by name, and the sort is stable: that is the second order everywhere.
        return list.Descending ? locations.OrderByDescending(order, by) : locations.OrderBy(order, by);
    }
}
