using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>A portal beside a provider whose tokens are whatever a test makes of them.</summary>
public abstract class AtABadProvider(Server server) : OnOneDatabase(server)
{
    protected BadProvider Provider { get; } = new();

    protected PortalFactory Here { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Time.Stop();
        Provider.Time = Time;
        await Provider.Start();
        Here = Node(settings: Provider.Settings);
        Assert.Null(await Here.Services.GetRequiredService<Ledger>().Decide<ClaimRules, ClaimRuleEvent>(
            ClaimRules.StreamId, table => table.Add(Guid.CreateVersion7(), "groups", "managers", new Grant(Role.RolloutManager, ScopeKind.Portal, null))));
    }

    public override async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static async Task<string> StateOf(Browser browser) =>
        QueryHelpers.ParseQuery(new Uri((await browser.Get("/sign-in/identity")).Location!).Query)["state"].ToString();

    /// <returns>Null: signed in.</returns>
    protected async Task<string?> Fault(Func<Dictionary<string, object>, string?> token, Browser? browser = null)
    {
        browser ??= Visitor(Here);
        var query = QueryHelpers.ParseQuery(new Uri((await browser.Get("/sign-in/identity")).Location!).Query);
        Provider.Token = token(Provider.Claims(query["nonce"]));
        return FaultOf(await browser.Get($"/sign-in/identity/callback?code=x&state={query["state"]}"));
    }

    protected static string? FaultOf(Answer answer) => answer.Status is HttpStatusCode.OK ? null : answer.Html.QuerySelector("[data-fault]")?.GetAttribute("data-fault") ?? $"{answer.Status}";
}
