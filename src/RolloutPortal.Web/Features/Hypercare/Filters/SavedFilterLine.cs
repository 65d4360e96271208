namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>A filter as somebody is offered it.</summary>
/// <param name="Query">The query of the list's address, with its question mark.</param>
/// <param name="OwnerName">Null for one's own, and for those who may not see names.</param>
/// <param name="IsDefault">The viewer's list opens with it.</param>
public sealed record SavedFilterLine(Guid Id, Guid ProgrammeId, Guid OwnerId, string Name, string Query, bool IsShared, string? OwnerName, bool IsDefault)
{
    public string List => $"/programmes/{ProgrammeId}/tickets{Query}";

    public string Address => $"/programmes/{ProgrammeId}/filters/{Id}";
}
