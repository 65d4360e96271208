using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>What the causes of tickets are called in the languages of the portal: a colleague's filter finds the same in each.</summary>
public sealed class CauseNames(IStringLocalizer<SharedTexts> shared)
{
    private readonly (string Stored, string Name)[] names = [.. PortalLanguages.Codes.SelectMany(code => In(code, shared))];

    /// <summary>The causes that each term names, as stored.</summary>
    /// <param name="stems">Of the terms.</param>
    public ILookup<string, string> With(SearchWords words, ILookup<string, string> stems) => words.Terms
        .SelectMany(term => names.Where(cause => Marker.IsIn(cause.Name, term, stems)).Select(cause => (term.Text, cause.Stored)))
        .Distinct().ToLookup(found => found.Text, found => found.Stored);

    private static List<(string Stored, string Name)> In(string code, IStringLocalizer<SharedTexts> shared)
    {
        using var _ = PortalLanguages.Speaking(code);
        return [.. Enum.GetValues<Cause>().Select(cause => (cause.ToString(), shared.Of(cause)))];
    }
}
