using Microsoft.AspNetCore.Html;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>A text, and the stretches of it that were searched for. Each stretch is written as text: nothing in it is markup.</summary>
/// <param name="Hits">In order, apart from each other: where each begins, and how long it is.</param>
public sealed record Marked(string Text, IReadOnlyList<(int Start, int Length)> Hits)
{
    private const int Before = 40;

    public bool HasHits => Hits.Count > 0;

    /// <summary>The part round the first hit, of about so many characters.</summary>
    public Marked Around(int length)
    {
        if (!HasHits) return Cut(0, length);
        var start = Hits[0].Start <= Before ? 0 : Text.LastIndexOfAny([' ', '\n'], Hits[0].Start - Before) + 1;
        return Cut(start, length);
    }

    /// <summary>From a place on; what is left out before and behind is an ellipsis.</summary>
    public Marked Cut(int start, int length)
    {
        var end = Math.Min(Text.Length, start + length);
        if (end < Text.Length && Text.LastIndexOfAny([' ', '\n'], end - 1) is var space && space > start + (length / 2)) end = space;
        if (end < Text.Length && char.IsLowSurrogate(Text[end])) end--;
        if (start > 0 && char.IsLowSurrogate(Text[start])) start--;
        var (before, behind) = (start > 0 ? "…" : "", end < Text.Length ? "…" : "");
        var hits = Hits.Where(hit => hit.Start >= start && hit.Start + hit.Length <= end).Select(hit => (hit.Start - start + before.Length, hit.Length));
        return new Marked(before + Text[start..end] + behind, [.. hits]);
    }

    public IHtmlContent ToHtml()
    {
        var (html, at) = (new HtmlContentBuilder(), 0);
        foreach (var (start, length) in Hits)
        {
            html.Append(Text[at..start]).AppendHtml("<mark>").Append(Text.Substring(start, length)).AppendHtml("</mark>");
            at = start + length;
        }

        return html.Append(Text[at..]);
    }
}
