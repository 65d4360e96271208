using System.Diagnostics.Metrics;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>Browsers tell when a page did what the content policy forbids. It is counted; what they say of the page is not kept.</summary>
public sealed class PolicyReports : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Meter meter = new("RolloutPortal");
    private readonly Counter<long> counter;
    private readonly TimeProvider machine;
    private readonly ILogger<PolicyReports> log;
    private long total;
    private long saidAt;

    public PolicyReports(TimeProvider machine, ILogger<PolicyReports> log)
    {
        (this.machine, this.log) = (machine, log);
        counter = meter.CreateCounter<long>("portal.content_policy.reports");
    }

    public long Total => Interlocked.Read(ref total);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/csp-report", (PolicyReports reports) => reports.Add())
        .RequireAuthorization(Policies.Anyone).RequireRateLimiting(RateLimits.Reports);

    public void Dispose() => meter.Dispose();

    private IResult Add()
    {
        counter.Add(1);
        var count = Interlocked.Increment(ref total);
        var (now, before) = (machine.GetTimestamp(), Interlocked.Read(ref saidAt));
        // One line a minute says enough, and a flood of reports fills no log.
        if ((before == 0 || machine.GetElapsedTime(before, now) > Pause) && Interlocked.CompareExchange(ref saidAt, now, before) == before)
            log.LogWarning("Browsers have reported {Count} violations of the content policy since the start", count);
        return Results.NoContent();
    }
}
