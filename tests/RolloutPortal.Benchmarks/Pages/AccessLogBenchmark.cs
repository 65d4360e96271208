using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>What the access log costs a request: an endpoint that answers a word, with every reading of it logged and without.</summary>
/// <remarks>A page of the portal takes milliseconds; beside them the difference would drown.</remarks>
internal static class AccessLogBenchmark
{
    private const string Name = "access-log";
    private const int Connections = 8;
    private const int Writes = 500;
    private const double MostMicroseconds = 250;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(tickets: 100);
        var node = installation.Node;
        var writer = node.Get<AccessWriter>();
        await writer.StartAsync(CancellationToken.None);
        try
        {
            var (without, with) = (await PerSecond(node, isLogged: false), await PerSecond(node, isLogged: true));
            report.Add(Name, "answers a second, not logged", without, "1/s");
            report.Add(Name, "answers a second, logged", with, "1/s", without);
            report.Add(Name, "added to an answer, of one core", 1e6 * Math.Min(Connections, Environment.ProcessorCount) * ((1 / with) - (1 / without)), "µs", MostMicroseconds);
            await writer.Settle();
            report.Add(Name, "added to an acknowledgement, median", (await Acknowledgements(writer)).Median(), "ms");
        }
        finally
        {
            await writer.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<double> PerSecond(SecondNode node, bool isLogged)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // The policy is there to be logged; nobody is asked for it.
        builder.Services.Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRouting();
        var watch = node.Get<AccessWatch>();
        if (isLogged) app.Use((http, next) => watch.Watch(http, () => next(http)));
        app.MapGet("/employees/{employeeId}", () => "ja").WithMetadata(new ControllerActionDescriptor(), new AuthorizeAttribute(Policies.SeeNames));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var asking = new Asking(new Uri(address), $"/employees/{Guid.CreateVersion7()}");
        await asking.Flood(Connections, Duration / 5);
        return (await asking.Flood(Connections, Duration)).PerSecond;
    }

    /// <summary>In milliseconds, one after the other: each waits for a commit of its own.</summary>
    private static async Task<IReadOnlyList<double>> Acknowledgements(AccessWriter writer)
    {
        var times = new List<double>(Writes);
        for (var i = 0; i < Writes; i++)
        {
            var entry = new AccessEntry(
                DateTimeOffset.UtcNow, Guid.CreateVersion7(), AccessKind.Write, "POST /tickets/{ticketId}/comments", "LogTickets", Guid.CreateVersion7(), "10.0.0.1", 303, Outcome: null);
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await writer.WriteBeforeAnswer(entry);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }
}
