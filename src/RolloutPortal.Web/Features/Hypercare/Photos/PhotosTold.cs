using Microsoft.AspNetCore.Http.Extensions;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Photos;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>What became of the photos of a form, to be said. The ticket stands whatever became of them.</summary>
/// <param name="Added">How many stand on the ticket now, also when an earlier sending of the form had brought them.</param>
/// <param name="Refused">Why others do not, one each.</param>
public sealed record PhotosTold(int Added, IReadOnlyList<Refusal> Refused)
{
    public static PhotosTold Nothing { get; } = new(0, []);

    public bool IsNothing => Added == 0 && Refused.Count == 0;

    /// <summary>For the address of the page that tells it to a browser without JavaScript; empty when there is nothing to tell.</summary>
    public QueryString Query
    {
        get
        {
            var query = new QueryBuilder();
            if (Added > 0) query.Add("photos", $"{Added}");
            if (Refused.Count > 0) query.Add("refused", string.Join(',', Refused.Select(refusal => refusal.Key).Distinct()));
            return query.ToQueryString();
        }
    }

    /// <summary>As an address tells it; whatever else stands there is not said.</summary>
    public static PhotosTold Of(IQueryCollection query) => new(
        int.TryParse(query["photos"], out var added) && added is > 0 and <= PhotoRules.MostAtOnce ? added : 0,
        [.. query["refused"].ToString().Split(',').Select(Known).OfType<Refusal>()]);

    private static Refusal? Known(string key) => key switch
    {
        PhotoRefusals.TooBig => new Refusal(key, PhotoRules.MostBytes / 1024 / 1024),
        PhotoRefusals.TooManyAtOnce => new Refusal(key, PhotoRules.MostAtOnce),
        PhotoRefusals.TooMany => new Refusal(key, PhotoRules.MostOnATicket),
        PhotoRefusals.Unsupported or PhotoRefusals.Broken or PhotoRefusals.TooManyPixels => new Refusal(key),
        _ => null,
    };
}
