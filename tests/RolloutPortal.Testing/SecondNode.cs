using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Testing;

/// <summary>The portal without its web server, in this process and on the same database as one that serves: it loads data, opens
/// accounts and hands out the sessions that the other accepts.</summary>
public sealed class SecondNode : IAsyncDisposable
{
    private const string Stamp = "stamp";

    private readonly WebApplication app;

    private SecondNode(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public PortalDatabase Database => Get<PortalDatabase>();

    /// <param name="settings">Environment variables of the node that serves.</param>
    public static async Task<SecondNode> Open(IReadOnlyDictionary<string, string> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting =>
            KeyValuePair.Create(setting.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), (string?)setting.Value)));
        builder.AddPortal().Logging.ClearProviders();
        var node = new SecondNode(builder.Build());
        await node.Database.Open();
        return node;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <exception cref="InvalidOperationException">The domain said no: the data are wrong.</exception>
    public async Task Do<TState, TEvent>(Guid id, Func<TState, Decision<TEvent>> decide, Together? with = null)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (await Get<Ledger>().Decide(id, decide, with) is { } refusal) throw new InvalidOperationException(refusal.Key);
    }

    /// <summary>Somebody who can be signed in.</summary>
    /// <param name="language">Null: not chosen.</param>
    public async Task<Guid> OpenAccount(string? language, params Grant[] grants)
    {
        var id = Guid.CreateVersion7();
        var row = new SideWrite(
            "insert into account (id, email, name, stamp, language, created_at) values ($1, $2, $3, $4, $5, now())",
            id, $"{id:N}@eksempel.dk", "Person " + id.ToString("N", CultureInfo.InvariantCulture)[^4..], Stamp, language);
        await Do<Account, AccountEvent>(id, account => account.Open(id), new Together { SideWrites = [row, SessionOf(id)] });
        foreach (var grant in grants)
            await Do<Account, AccountEvent>(id, account => account.GrantRole(grant));
        return id;
    }

    /// <summary>That somebody of a test is signed in; one session each, with the account's own id.</summary>
    public static SideWrite SessionOf(Guid account) => new(
        "insert into account_session (id, account_id, opened_at, expires_at) values ($1, $1, now(), now() + interval '1 year')", account);

    /// <summary>The cookie that signing in would have given.</summary>
    public string Session(Guid account)
    {
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var options = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        System.Security.Claims.Claim[] claims = [new(ClaimTypes.NameIdentifier, account.ToString()), new(Stamp, Stamp), new("session", account.ToString())];
        var who = new ClaimsIdentity(claims, Scheme);
        var times = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(who), times, Scheme))}";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
