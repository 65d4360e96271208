using Microsoft.AspNetCore.Http.Extensions;
using RolloutPortal.Domain;

namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>What became of the photos of a form. The ticket stands whatever became of them.</summary>
/// <param name="Added">How many stand on the ticket now, also when an earlier sending of the form had brought them.</param>
/// <param name="Refused">Why others do not, one each.</param>
public sealed record PhotosOutcome(int Added, IReadOnlyList<Refusal> Refused)
{
    public static PhotosOutcome None { get; } = new(0, []);

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
}
