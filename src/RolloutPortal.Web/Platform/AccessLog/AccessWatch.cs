using System.Runtime.CompilerServices;
using Microsoft.Extensions.Caching.Memory;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>Sees every request and writes down those that the access log holds, when its answer begins: then everything is known of it.</summary>
/// <remarks>Who is told that something was written, or that they are signed in, is told after the entry is in the database: a process that
/// is killed loses none of those. Entries of readings follow within a moment.</remarks>
public sealed class AccessWatch(AccessWriter writer, TimeProvider machine) : IDisposable
{
    /// <summary>A board that fetches itself again reads the same thing again; once in this time says it.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private readonly ConditionalWeakTable<Endpoint, Box> actions = [];
    private readonly MemoryCache seen = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public async Task Watch(HttpContext http, Func<Task> next)
    {
        if (http.GetEndpoint() is not { } endpoint || actions.GetValue(endpoint, found => new Box(AccessAction.Of(found))).Action is not { } action)
        {
            await next();
            return;
        }

        // Taken now: a page of errors leaves nothing of the endpoint and its values.
        var (about, told) = (action.ObjectOf(http.Request.RouteValues), false);
        http.Response.OnStarting(() =>
        {
            told = true;
            return Tell(http, action, about);
        });
        try
        {
            await next();
        }
        finally
        {
            // Nobody waited for the answer; it was done all the same.
            if (!told && http.RequestAborted.IsCancellationRequested) await Tell(http, action, about);
        }
    }

    public void Dispose() => seen.Dispose();

    private Task Tell(HttpContext http, AccessAction action, Guid? about)
    {
        var (note, account, status) = (AccessNote.Of(http), Actor.AccountId(http.User), http.Response.StatusCode);
        if (action.KindOf(http.Request.Method, status, note, account is not null) is not { } kind) return Task.CompletedTask;
        var entry = new AccessEntry(
            AccessEntry.Now(machine), account, kind, $"{http.Request.Method} {action.Route}",
            action.Policies, about ?? note.Thing, Address(http), status, note.Outcome);
        if (kind is AccessKind.Read && IsRepeated(http, entry)) return Task.CompletedTask;
        var isAcknowledged = kind is AccessKind.Write or AccessKind.SignIn && status < StatusCodes.Status400BadRequest;
        return isAcknowledged ? writer.WriteBeforeAnswer(entry) : writer.Write(entry);
    }

    /// <summary>Only of a region that asks for itself: a page is opened by somebody.</summary>
    private bool IsRepeated(HttpContext http, AccessEntry entry)
    {
        var key = (entry.Account, entry.Action, entry.About);
        var isKnown = seen.TryGetValue(key, out _);
        seen.Set(key, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Again });
        return isKnown && http.Request.WantsPartial();
    }

    private static string? Address(HttpContext http) => http.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : null;

    private sealed record Box(AccessAction? Action);
}
