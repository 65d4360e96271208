using RolloutPortal.Domain;
using RolloutPortal.Domain.Photos;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>Photos as a form brings them.</summary>
/// <param name="NoCitizen">Said of all of them: no citizen can be seen.</param>
/// <param name="PhotoIds">Made with the form, in the order of the photos, so that a form sent twice adds them once.</param>
/// <param name="Small">Small versions that a browser made, in the same order; none without JavaScript.</param>
/// <param name="IsLate">Sent behind a ticket that was logged a moment ago.</param>
public sealed record PhotoForm(bool NoCitizen, IReadOnlyList<Guid>? PhotoIds, IReadOnlyList<IFormFile>? Photos, IReadOnlyList<IFormFile>? Small, bool IsLate = false)
{
    public const int LargestForm = (PhotoRules.MostAtOnce * (PhotoRules.MostBytes + PhotoRules.MostSmallBytes)) + (64 * 1024);

    /// <summary>Browsers send a file without name or bytes where none was chosen.</summary>
    public IReadOnlyList<IFormFile> Files => [.. (Photos ?? []).Where(file => file.Length > 0)];

    /// <summary>Null when nothing was chosen, or what had to be said of it was.</summary>
    public Refusal? Check() => Files.Count > 0 && !NoCitizen ? new Refusal(PhotoRefusals.CitizenNotExcluded) : null;

    public Guid IdOf(int index) => PhotoIds is { } ids && index < ids.Count && ids[index].Version == 7 ? ids[index] : Guid.CreateVersion7();
}
