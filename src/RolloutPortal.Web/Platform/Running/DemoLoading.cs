using System.Globalization;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Platform.Seeding;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>An empty database gets the demo scenario in Development, and never in Production.</summary>
public sealed class DemoLoading(
    Scenarios scenarios, Preparation preparation, IHostEnvironment environment, IOptions<PortalOptions> options, ILogger<DemoLoading> log)
{
    private string? due;

    /// <summary>Before the first request is answered: from then on pages say that it is being loaded.</summary>
    public async Task Plan(CancellationToken ct = default)
    {
        if (environment.IsDevelopment()) due = await scenarios.Due(options.Value.Scenario, ct);
        if (due is not null) preparation.StartLoading();
    }

    public async Task Load(CancellationToken ct = default)
    {
        if (due is null) return;
        log.LogInformation("Loading the scenario {Scenario} into an empty database", due);
        await scenarios.Load(due, new SeedListener(Tell), ct);
        log.LogInformation("The scenario {Scenario} is loaded", due);
    }

    private void Tell(SeedProgress progress)
    {
        if (progress.Percent / 10 > (int)(preparation.Loaded * 10))
            log.LogInformation("Loading the scenario: {Percent} %, {Day}", progress.Percent, progress.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        preparation.ReportLoading(progress.Percent / 100.0);
    }
}
