using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>A portal with the small rollout and a database of its own, for one test class (<c>IClassFixture&lt;Portal&gt;</c>).</summary>
public sealed class Portal(Server server) : IAsyncLifetime
{
    private string connectionString = "";

    public PortalFactory Factory { get; private set; } = null!;

    public SmallRollout Rollout { get; private set; } = null!;

    public IServiceProvider Services => Factory.Services;

    public string ConnectionString => connectionString;

    /// <summary>Whether it listens on a real port, for a real browser.</summary>
    public bool OnPort { get; init; }

    /// <inheritdoc cref="PortalFactory.Log"/>
    public Microsoft.Extensions.Logging.ILoggerProvider? Log { get; init; }

    /// <summary>Null unless it listens on a port.</summary>
    public Uri? Address { get; private set; }

    public async ValueTask InitializeAsync()
    {
        connectionString = await server.Postgres.NewDatabase();
        Factory = new PortalFactory(connectionString) { Log = Log };
        if (OnPort) Address = Factory.Listen();
        Rollout = new SmallRollout(Factory.Services);
        await Rollout.Load();
    }

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        await server.Postgres.DropDatabase(connectionString);
    }

    /// <summary>Somebody new with these grants, signed in. Redirects are not followed: a test looks at them.</summary>
    public async Task<Browser> SignIn(params Grant[] grants)
    {
        var account = await OpenAccount(grants);
        var client = Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Add("Cookie", await Cookie(account));
        return new Browser(client, account);
    }

    /// <summary>Somebody with one role for the whole small programme, or as much of it as the role can have.</summary>
    public Task<Browser> SignIn(Role role) => SignIn(WidestOf(role));

    public Grant WidestOf(Role role) => role switch
    {
        Role.Administrator => new Grant(role, ScopeKind.Portal, ScopeId: null),
        Role.ExternalProvider => new Grant(role, ScopeKind.Provider, Rollout.Provider),
        _ => new Grant(role, ScopeKind.Programme, Rollout.Programme),
    };

    /// <summary>Nobody.</summary>
    public Browser Anonymous(string? language = null) =>
        new(Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }), Guid.Empty) { Language = language };

    public async Task<Guid> OpenAccount(params Grant[] grants)
    {
        var id = Guid.CreateVersion7();
        var row = new SideWrite(
            "insert into account (id, email, name, stamp, created_at) values ($1, $2, $3, $4, now())",
            id, $"{id:N}@eksempel.dk", "Prøve Person " + id.ToString("N", CultureInfo.InvariantCulture)[^4..], "stamp");
        await Rollout.Do<Account, AccountEvent>(id, account => account.Open(id), new Together { SideWrites = [row, SecondNode.SessionOf(id)] });
        foreach (var grant in grants)
            await Rollout.Do<Account, AccountEvent>(id, account => account.GrantRole(grant));
        Services.GetRequiredService<AccountDirectory>().Forget(id);
        return id;
    }

    /// <summary>The cookie that signing in would have given; the session has the account's id.</summary>
    public Task<string> Cookie(Guid account)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        System.Security.Claims.Claim[] claims = [new(ClaimTypes.NameIdentifier, account.ToString()), new("stamp", "stamp"), new("session", account.ToString())];
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity), new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) },
            CookieAuthenticationDefaults.AuthenticationScheme);
        return Task.FromResult($"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
    }
}
