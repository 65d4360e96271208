using System.Globalization;
using System.Net;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Security;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Security;

public sealed class LimitingRequests(Server server) : OnOneDatabase(server)
{
    [Fact]
    public async Task One_address_may_not_try_passwords_without_end()
    {
        var browser = Visitor(Node(settings: [("Portal:SignInsAtOnce", "2")]));
        var page = await browser.Get("/sign-in");

        // Who says to come from elsewhere is not believed: no proxy is trusted.
        var answers = new List<Answer>();
        for (var i = 0; i < 4; i++)
        {
            browser.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{i}");
            answers.Add(await browser.Submit(page, "form[action='/sign-in']", ("Email", "a@eksempel.dk"), ("Password", "")));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[0].Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);
        Assert.InRange(int.Parse(answers[^1].Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 5);
        Assert.NotNull(answers[^1].Html.QuerySelector("[data-error='429']"));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/sign-in")).Status);
    }

    [Fact]
    public async Task Whoever_goes_on_about_one_account_keeps_no_colleague_out()
    {
        var browser = Visitor(Node(settings: [("Portal:SignInsAtOnce", "15")]));
        var page = await browser.Get("/sign-in");

        for (var i = 0; i < 40; i++)
            await browser.Submit(page, "form[action='/sign-in']", ("Email", "A@eksempel.dk"), ("Password", ""));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Submit(page, "form[action='/sign-in']", ("Email", "a@eksempel.dk "), ("Password", ""))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit(page, "form[action='/sign-in']", ("Email", "b@eksempel.dk"), ("Password", ""))).Status);
    }

    [Fact]
    public async Task The_people_of_a_demo_are_not_changed_without_end_either()
    {
        var browser = Visitor(Node(settings: [("Portal:SignInsAtOnce", "2")]));

        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Post("/sign-in/demo", from: "/sign-in")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Post("/sign-in/demo", from: "/sign-in")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void Without_a_named_proxy_forwarded_headers_do_not_count(string? named) => Assert.Null(TrustedProxies.Read(named));

    [Fact]
    public void Only_named_proxies_are_believed()
    {
        var options = TrustedProxies.Read("10.0.0.5, 10.1.0.0/16;fd00::/8")!;

        Assert.Equal(["10.0.0.5"], options.KnownProxies.Select(address => address.ToString()));
        Assert.Equal(["10.1.0.0/16", "fd00::/8"], options.KnownIPNetworks.Select(network => network.ToString()));
        Assert.Throws<PortalConfigurationException>(() => TrustedProxies.Read("proxy.eksempel.dk"));
    }
}
