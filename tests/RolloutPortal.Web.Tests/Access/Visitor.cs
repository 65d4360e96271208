using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Somebody who tries every door.</summary>
internal sealed class Visitor(HttpClient client, string token)
{
    public static async Task<Visitor> Nobody(Portal portal) => await Of(portal, cookie: null);

    public static async Task<Visitor> With(Portal portal, Grant grant) => await Of(portal, await portal.Cookie(await portal.OpenAccount(grant)));

    /// <returns>What the answer means: <c>yes</c>, <c>sign-in</c>, or a status that is neither.</returns>
    public async Task<string> Try(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "POST" : method), address);
        request.Headers.Add("X-Antiforgery-Token", token);
        if (method != "GET") request.Content = new FormUrlEncodedContent([]);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect when answer.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) == true => "sign-in",
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError => $"{(int)answer.StatusCode}",
            _ => "yes",
        };
    }

    private static async Task<Visitor> Of(Portal portal, string? cookie)
    {
        var client = portal.Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (cookie is not null) client.DefaultRequestHeaders.Add("Cookie", cookie);
        return new Visitor(client, (await new Browser(client, Guid.Empty).Get("/help")).Token!);
    }
}
