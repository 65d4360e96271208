using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Security;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Security;

public sealed class AnsweringSafely(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/me", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.SeeOther)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/programmes/new", HttpStatusCode.Forbidden)]
    [InlineData("/css/tokens.css", HttpStatusCode.OK)]
    [InlineData("/live", HttpStatusCode.BadRequest)]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string address, HttpStatusCode status)
    {
        var answer = await (await portal.SignIn(Role.Reader)).Get(address);

        Assert.Equal(status, answer.Status);
        IsSafe(answer);
    }

    [Fact]
    public async Task So_do_answers_to_whoever_is_not_signed_in_and_to_bad_requests()
    {
        var browser = portal.Anonymous();
        using var large = new FormUrlEncodedContent([new("Email", new string('a', (int)RequestLimits.LargestForm))]);

        IsSafe(await browser.Get("/me"));
        IsSafe(await browser.Get("/me", partial: true));
        IsSafe(await browser.Get("/live"));
        using var tooLarge = await browser.Client.PostAsync("/sign-in", large);
        using var noToken = await browser.Client.PostAsync("/sign-in", new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (tooLarge.StatusCode, noToken.StatusCode));
        Assert.All([tooLarge, noToken], answer => Assert.True(answer.Headers.Contains("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("DELETE", "/sign-in")]
    [InlineData("PUT", "/me")]
    [InlineData("POST", "/help")]
    public async Task A_wrong_method_is_called_wrong_to_everybody(string method, string address)
    {
        foreach (var browser in new[] { portal.Anonymous(), await portal.SignIn(Role.Reader) })
        {
            using var answer = await browser.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.NotEmpty(answer.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task A_form_in_letters_that_nobody_reads_any_more_is_refused()
    {
        using var form = new StringContent("Email=a", null, "application/x-www-form-urlencoded");
        form.Headers.ContentType!.CharSet = "utf-7";

        using var answer = await portal.Anonymous().Client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_are_kept_nowhere_and_files_are()
    {
        var browser = await portal.SignIn(Role.Reader);

        Assert.Contains("no-store", (await browser.Get("/me")).Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains("no-store", (await browser.Get("/no/such/page")).Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("no-store", (await browser.Get("/css/tokens.css")).Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_the_content_policy_are_counted_and_not_kept()
    {
        var before = Reports.Total;
        using var report = new StringContent("""{"csp-report":{"document-uri":"http://localhost/me"}}""", null, "application/csp-report");

        using var answer = await portal.Anonymous().Client.PostAsync("/csp-report", report);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(before + 1, Reports.Total);
    }

    private PolicyReports Reports => (PolicyReports)portal.Services.GetService(typeof(PolicyReports))!;

    private static void IsSafe(Answer answer)
    {
        Assert.Equal(SecurityHeaders.ContentPolicy, answer.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer.Headers["Referrer-Policy"]);
        Assert.Equal("same-origin", answer.Headers["Cross-Origin-Opener-Policy"]);
        Assert.DoesNotContain(answer.Headers.Keys, name => name is "Server" or "X-Powered-By");
    }
}
