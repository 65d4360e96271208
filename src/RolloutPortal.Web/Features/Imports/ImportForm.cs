using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Employees;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>A file, and what is in it.</summary>
/// <param name="Replaces">The import that it mends; null: none.</param>
public sealed record ImportForm(string? Kind, IFormFile? File, Guid? Replaces);

/// <summary>What becomes of places that a file does not name.</summary>
public sealed record PlacesForm(OtherPlaces? Others, string? Seen);

/// <summary>Which column is which field; an empty one is not imported.</summary>
public sealed class ColumnsForm
{
    [FromForm(Name = "column")]
    public Dictionary<int, string?> Column { get; init; } = [];

    [FromForm(Name = "seen")]
    public string? Seen { get; init; }
}
