using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Hypercare.Words;

/// <summary>How many of something, in words: one is not many.</summary>
public static class CountWords
{
    public static string Users(this IStringLocalizer<HypercareTexts> text, int users) => text[users == 1 ? "users.one" : "users", users];

    public static string Tickets(this IStringLocalizer<HypercareTexts> text, int tickets) => text[tickets == 1 ? "tickets.count.one" : "tickets.count", tickets];

    public static string Times(this IStringLocalizer<HypercareTexts> text, int times) => text[times == 1 ? "times.one" : "times", times];
}
