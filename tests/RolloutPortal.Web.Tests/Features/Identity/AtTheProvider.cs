using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>A portal beside a real provider, over HTTP, and people whom both know.</summary>
public abstract class AtTheProvider(Server server) : OnOneDatabase(server)
{
    protected static readonly Grant Manager = new(Role.RolloutManager, ScopeKind.Portal, ScopeId: null);
    protected static readonly Grant Reader = new(Role.Reader, ScopeKind.Portal, ScopeId: null);

    private protected RealProvider Provider { get; } = new();

    protected PortalFactory Here { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Provider.Start();
        Here = Node(settings: Provider.Settings);
        await Map("managers", Manager);
        await Map("readers", Reader);
    }

    public override async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static Someone Person(string name, params string[] groups) =>
        new($"{char.ToUpperInvariant(name[0])}{name[1..]} Ærlig", $"{name}@kommune.dk", true, groups);

    private protected static string? Fault(Answer answer) => answer.Html.QuerySelector("[data-fault]")?.GetAttribute("data-fault");

    private protected async Task<Answer> SignIn(Browser browser, string subject, string from = "/sign-in/identity")
    {
        var start = await browser.Get(from);
        return await browser.Get((await Provider.NewVisit().SignIn(start.Location!, subject)).PathAndQuery);
    }

    /// <summary>Signed in here with the password, which is given once more, and then at the provider.</summary>
    private protected async Task<Answer> Link(Browser browser, Holder who, string subject) =>
        await browser.Get((await Provider.NewVisit().SignIn(await LeaveToLink(browser, who), subject)).PathAndQuery);

    /// <returns>The provider's address.</returns>
    private protected static async Task<string> LeaveToLink(Browser browser, Holder who)
    {
        var leaving = await browser.Submit(await browser.Get("/sign-in/identity/link"), "main form[action='/sign-in/identity/link']", ("Form.Password", who.Password));
        return leaving.Headers["Refresh"].Split("url=", 2)[1];
    }

    private protected Task Map(string group, Grant grant) =>
        Do<ClaimRules, ClaimRuleEvent>(ClaimRules.StreamId, table => table.Add(Guid.CreateVersion7(), "groups", group, grant));

    private protected async Task Do<TState, TEvent>(Guid id, Func<TState, Decision<TEvent>> decide) where TState : class, IState<TState, TEvent> where TEvent : class
    {
        Assert.Null(await Here.Services.GetRequiredService<Ledger>().Decide(id, decide));
        Here.Services.GetRequiredService<AccountDirectory>().ForgetAll();
    }

    private protected async Task<SignedInAccount> Known(Guid id)
    {
        Here.Services.GetRequiredService<AccountDirectory>().Forget(id);
        return (await Here.Services.GetRequiredService<AccountDirectory>().Find(id))!;
    }

    private protected async Task<Guid> AccountOf(string email) =>
        (await Here.Services.GetRequiredService<ReadTables>().Query("select id from account where email = $1", row => row.GetGuid(0), default, email)).Single();

    private protected async Task<long> Count(string table) =>
        (await Here.Services.GetRequiredService<ReadTables>().Query($"select count(*) from {table}", row => row.GetInt64(0))).Single();

    internal sealed record Someone(
        [property: System.Text.Json.Serialization.JsonPropertyName("name")] string Name,
        [property: System.Text.Json.Serialization.JsonPropertyName("email")] string Email,
        [property: System.Text.Json.Serialization.JsonPropertyName("email_verified")] bool Verified,
        [property: System.Text.Json.Serialization.JsonPropertyName("groups")] string[] Groups);
}
