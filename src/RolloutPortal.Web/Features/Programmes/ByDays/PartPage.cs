using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Programmes.ByDays;

/// <summary>The page of an area or a provider: its names, its locations on a day, what is planned and what has been.</summary>
/// <param name="Today">In the programme's zone.</param>
/// <param name="On">The day whose locations are shown.</param>
/// <param name="Locations">Those that the viewer sees.</param>
public sealed record PartPage(
    Part Part, ProgrammeRow Programme, DateOnly Today, DateOnly On, IReadOnlyList<LocationStanding> Locations, IReadOnlyList<HistoryLine> History, string Topics,
    bool MayPlan)
{
    public string Name => Part.Days.On(Today);

    public string Address => AddressOf(Part.Kind, Part.Id);

    /// <summary>With the day that is looked at, for the region that asks for itself.</summary>
    public string Shown => On == Today ? Address : $"{Address}?on={On:O}";

    public bool IsClosed => !Part.Days.IsThere(Today);

    public int Users => Locations.Sum(standing => standing.Location.Users);

    public static string AddressOf(PartKind kind, Guid id) => kind is PartKind.Area ? $"/areas/{id}" : $"/providers/{id}";
}

/// <summary>A name or a last day, as a form says it.</summary>
/// <param name="Seen">What its user saw of it: <see cref="PartForm.StampOf"/>.</param>
/// <param name="From">The first day on which it holds; of a name, none: it has been so all along.</param>
/// <param name="Sure">Of a closing: what its user was shown the effect of, and meant.</param>
public sealed record PartForm(string? Seen, string? Name, DateOnly? From, string? Sure = null)
{
    public string Key => $"{From:O}";

    /// <summary>Changes with all that is known of it by days: the programme it belongs to may change beside it.</summary>
    public static string StampOf(NameDays days) =>
        $"{string.Join('/', days.Names.Changes.Select(change => $"{change.Key:O}={change.Value}"))}/{days.ClosedFrom:O}";
}

/// <summary>The form of an act.</summary>
/// <param name="Act"><c>name</c>, <c>closing</c> or <c>withdrawal</c>.</param>
/// <param name="InTheWay">Locations that stand in it from that day on.</param>
/// <param name="Effects">What will be so, in sentences; null until it was asked for.</param>
public sealed record PartActPage(
    string Act, Part Part, string Name, PartForm Form, IReadOnlyList<PartStay> InTheWay, IReadOnlyList<string>? Effects = null)
{
    public string Back => PartPage.AddressOf(Part.Kind, Part.Id);

    public string Address => $"{Back}/{Act}";
}

/// <summary>A location that stands in it.</summary>
/// <param name="Until">The first day on which it does not; null: nothing is planned.</param>
public sealed record PartStay(Guid LocationId, string Name, string Code, DateOnly? Until);
