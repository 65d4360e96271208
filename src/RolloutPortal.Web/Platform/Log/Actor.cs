using System.Diagnostics;
using System.Security.Claims;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Who is acting, on which request: what an event's headers say.</summary>
public sealed class Actor(IHttpContextAccessor http)
{
    private static readonly AsyncLocal<EventContext?> Chosen = new();

    /// <summary>Null outside one: a verb, a job.</summary>
    public HttpContext? Request => http.HttpContext;

    public EventContext Now(string command) => Chosen.Value is { } chosen
        ? chosen with { Causation = command }
        : new EventContext(Activity.Current?.TraceId.ToString() ?? http.HttpContext?.TraceIdentifier, command, AccountId(http.HttpContext?.User));

    /// <summary>What the request writes to, for the access log.</summary>
    public void About(Guid id) => AccessNote.About(http.HttpContext, id);

    /// <summary>Everything in this flow is done by that account: a scenario being loaded, a job.</summary>
    /// <param name="at">Portal time; default: that of each commit.</param>
    public IDisposable As(Guid? account, string correlation, DateTimeOffset? at = null)
    {
        var before = Chosen.Value;
        Chosen.Value = new EventContext(correlation, null, account) { At = at };
        return new Undo(() => Chosen.Value = before);
    }

    public static Guid? AccountId(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private sealed class Undo(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
