using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.AccessLog;

/// <summary>What stands in the access log of a test's portal.</summary>
internal static class LogReading
{
    public static async Task<IReadOnlyList<StoredAccess>> Log(this IServiceProvider portal)
    {
        await portal.GetRequiredService<AccessWriter>().Settle();
        return await portal.GetRequiredService<AccessTables>().Entries(0, long.MaxValue);
    }

    /// <summary>Of one account.</summary>
    public static async Task<IReadOnlyList<AccessEntry>> LogOf(this IServiceProvider portal, Guid? account) =>
        [.. (await portal.Log()).Select(row => row.Entry).Where(entry => entry.Account == account)];

    public static IReadOnlyList<string> Actions(this Answer page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. page.Html.QuerySelectorAll("#access-log tbody tr td:nth-child(4) code").Select(code => code.TextContent)];
    }
}
