using RolloutPortal.Domain.Naming;
using RolloutPortal.Web.Features.Programmes;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>A filter that somebody keeps, as typed.</summary>
/// <param name="Id">Made with the form, so that the same form sent twice is one filter.</param>
/// <param name="Query">Of the list that it was made from.</param>
/// <param name="Default">The list shall open with it.</param>
/// <param name="Seen">The edition of the filter that the form's user saw; of a new one none.</param>
public sealed record SavedFilterForm(Guid Id, string? Name, string? Query, bool Shared, bool Default, int Seen = 0)
{
    public const int LongestName = 60;

    /// <summary>Null when it cannot be kept.</summary>
    public string? CleanName => CleanText.Of(Name) is { Length: > 0 and <= LongestName } name ? name : null;
}

/// <summary>The form, and where it belongs.</summary>
/// <param name="Kept">The filter that is changed; null for a new one.</param>
/// <param name="MayShare">Whether the viewer plans the programme.</param>
/// <param name="Holds">What it asks for, in words.</param>
public sealed record SavedFilterPage(ProgrammeRow Programme, SavedFilterForm Form, SavedFilterLine? Kept, bool MayShare, string Holds)
{
    /// <summary>Somebody else changed it since the form's user looked: nothing was kept, and <see cref="Kept"/> is as it is now.</summary>
    public bool IsStale { get; init; }

    public string All => $"/programmes/{Programme.ProgrammeId}/filters";

    public string Action => Kept?.Address ?? All;

    public string Back => Kept is null ? $"/programmes/{Programme.ProgrammeId}/tickets{FilterQuery.Of(Form.Query)}" : All;
}

/// <summary>All filters that the viewer is offered in a programme.</summary>
/// <param name="Mine">Which of them the viewer may change.</param>
/// <param name="Holds">What each asks for, in words.</param>
public sealed record SavedFiltersPage(ProgrammeRow Programme, IReadOnlyList<SavedFilterLine> Filters, Func<SavedFilterLine, bool> Mine, Func<SavedFilterLine, string> Holds);
