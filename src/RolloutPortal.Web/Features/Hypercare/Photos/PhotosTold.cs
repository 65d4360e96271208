using RolloutPortal.Domain;
using RolloutPortal.Domain.Photos;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>What became of photos, to be said: how many were added, and why others were not.</summary>
public sealed record PhotosTold(int Added, IReadOnlyList<Refusal> Refused)
{
    public static PhotosTold Nothing { get; } = new(0, []);

    public bool IsNothing => Added == 0 && Refused.Count == 0;

    public static PhotosTold Of(PhotosOutcome outcome) => new(outcome.Added, outcome.Refused);

    /// <summary>As an address tells it; whatever else stands there is not said.</summary>
    public static PhotosTold Of(IQueryCollection query) => new(
        int.TryParse(query["photos"], out var added) && added is > 0 and <= PhotoRules.MostAtOnce ? added : 0,
        [.. query["refused"].ToString().Split(',').Select(Known).OfType<Refusal>()]);

    private static Refusal? Known(string key) => key switch
    {
        PhotoRefusals.TooBig => new Refusal(key, PhotoRules.MostBytes / 1024 / 1024),
        PhotoRefusals.TooMany => new Refusal(key, PhotoRules.MostOnATicket),
        PhotoRefusals.Unsupported or PhotoRefusals.Broken or PhotoRefusals.TooManyPixels => new Refusal(key),
        _ => null,
    };
}
