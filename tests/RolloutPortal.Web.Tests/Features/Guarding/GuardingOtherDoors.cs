using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.Testing;
using RolloutPortal.Testing.Live;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>What comes neither as a form nor as an address: JSON, calls of the hub, what a browser says of itself, scenarios.</summary>
public sealed class GuardingOtherDoors(Server server) : IAsyncLifetime
{
    /// <summary>Of nobody: born in 2057.</summary>
    private const string Number = "311257-5005";

    private readonly Heard heard = new();
    private Portal portal = null!;

    public async ValueTask InitializeAsync()
    {
        portal = new Portal(server) { Log = heard, OnPort = true };
        await portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        heard.Dispose();
    }

    [Fact]
    public async Task None_leaves_a_trace()
    {
        await FarAhead.Go(portal);
        var reader = new Grant(Role.Reader, ScopeKind.Programme, portal.Rollout.Programme);
        var who = await Holder.Open(portal, reader);

        // A session keeps a name of its device, made from what the browser says.
        var cookies = new CookieContainer();
        cookies.Add(portal.Address!, new Cookie("language", Number));
        cookies.Add(portal.Address!, new Cookie("programme", Number));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = portal.Address };
        var browser = new Browser(client, Guid.Empty);
        browser.Client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Safari", Number));
        foreach (var header in new[] { "Referer", "X-Forwarded-For", "X-Request-Id", "traceparent", "HX-Current-URL", "HX-Target", "Accept-Language", "If-None-Match" })
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, $"\"{Number}\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await who.SignIn(browser)).Status);
        await browser.Get("/rollout");
        using (var json = await browser.Client.PostAsJsonAsync("/language", new { language = "da", returnUrl = Number }, TestContext.Current.CancellationToken))
            Assert.False(json.IsSuccessStatusCode);

        await using (var hub = await LiveClient.Connect(portal.Address!, await portal.Cookie(await portal.OpenAccount(reader))))
            Assert.Empty(await hub.Watch(Number, $"rollout/{Number}"));

        Assert.Empty(await Traces.Of(Number, portal.Services));
        Assert.DoesNotContain(heard.Lines, line => line.Contains(Number, StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_action_binds_from_a_body_is_read_to_its_depth()
    {
        var body = new { title = "x", lines = new[] { new { text = $"cpr {Number}", by = (string?)null } } };

        var found = GuardedTexts.Of(Action(body)).ToList();

        Assert.Contains(found, text => text.Text.Contains(Number, StringComparison.Ordinal) && text.Source is TextSource.Body);
    }

    [Fact]
    public void No_scenario_holds_a_number()
    {
        var today = new DateOnly(2058, 1, 1);
        var files = Directory.GetFiles(Path.Combine(PostgresFixture.RepoRoot, "seed"), "*", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(PersonNumbers.Find(File.ReadAllText(file), today).All(found => !found.IsCertain), file));
        Assert.All(files, file => Assert.Null(PersonNumbers.Worst(Path.GetFileName(file), today)));
    }

    private static ActionExecutingContext Action(object body)
    {
        var action = new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor
        {
            Parameters = [new ParameterDescriptor { Name = "body", ParameterType = body.GetType(), BindingInfo = new BindingInfo { BindingSource = BindingSource.Body } }],
        });
        return new ActionExecutingContext(action, [], new Dictionary<string, object?> { ["body"] = body }, controller: new object());
    }
}
