using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Security;

/// <summary>A form that cannot be read is a bad request: never a fault of the portal, whoever sends it.</summary>
public sealed class UnreadableForms(Portal portal) : IClassFixture<Portal>
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public static TheoryData<string, string> Forms => new()
    {
        { UrlEncoded, "Email=%00" },
        { UrlEncoded, string.Join('&', Enumerable.Range(0, 320).Select(i => $"a{i}=1")) },
        { UrlEncoded, $"{new string('k', 300)}=1" },
        { "multipart/form-data", "a" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task Are_a_bad_request(string type, string body)
    {
        var (nobody, administrator) = (portal.Anonymous(), await portal.SignIn(Role.Administrator));

        Assert.Equal(HttpStatusCode.BadRequest, await Send(nobody, "/sign-in", type, body));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(nobody, "/invitation/x", type, body));
        foreach (var address in new[] { "/programmes", "/accounts/invitations/new", "/me/password", $"/programmes/{portal.Rollout.Programme}/waves", $"/waves/{portal.Rollout.Wave2}/locations" })
            Assert.Equal(HttpStatusCode.BadRequest, await Send(administrator, address, type, body));
    }

    private static async Task<HttpStatusCode> Send(Browser browser, string address, string type, string body)
    {
        var token = (await browser.Get("/sign-in")).Token ?? (await browser.Get("/help")).Token;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("X-Antiforgery-Token", token);
        using var response = await browser.Client.SendAsync(request);
        return response.StatusCode;
    }
}
