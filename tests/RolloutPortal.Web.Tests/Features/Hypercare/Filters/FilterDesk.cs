using AngleSharp.Dom;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Filters;

/// <summary>What tests of kept filters do again and again.</summary>
internal static class FilterDesk
{
    public static string TicketList(this SmallRollout rollout) => $"/programmes/{rollout.Programme}/tickets";

    public static string Filters(this SmallRollout rollout) => $"/programmes/{rollout.Programme}/filters";

    /// <summary>Through the form, as a person does it.</summary>
    public static async Task<Answer> Keep(this Browser who, SmallRollout rollout, string query, string name, params (string Name, string Value)[] more) =>
        await who.Submit(await who.Get($"{rollout.Filters()}/new{query}"), "form.form", [("Form.Name", name), .. more]);

    /// <summary>A line of the page of filters, by its name.</summary>
    public static IElement Kept(this Answer page, string name) =>
        page.Html.QuerySelectorAll(".kept li").Single(filter => filter.TextContent.Contains(name, StringComparison.Ordinal));
}
