using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>Traces and metrics for the operator's collector, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; else nothing.</summary>
public sealed class Telemetry(IConfiguration configuration, Watchers watchers, LiveTail tail) : IHostedService, IDisposable
{
    private const string Name = "RolloutPortal";

    private readonly Meter meter = new(Name);
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public static ActivitySource Source { get; } = new(Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return Task.CompletedTask;
        meter.CreateObservableGauge("portal.live.watchers", () => watchers.Count, "{connection}", "Open live connections");
        meter.CreateObservableGauge("portal.live.silence", Silence, "s", "Since the log was last asked with success");
        traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource("Microsoft.AspNetCore", "Npgsql", Name)
            .AddProcessor(new WithoutWords()).AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe)
            .AddMeter("Microsoft.AspNetCore.*", "Npgsql", "System.Runtime", Name).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <summary>What has been gathered is sent before the process ends.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            traces?.ForceFlush(2_000);
            metrics?.ForceFlush(2_000);
        }, cancellationToken);

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
        meter.Dispose();
    }

    private double Silence() => tail.Tail?.Silence is { } silence && silence < TimeSpan.FromDays(1) ? silence.TotalSeconds : -1;

    private static void Describe(ResourceBuilder resource) => resource.AddService("rolloutportal", serviceVersion: PortalVersion.Written);

    /// <summary>A query may hold what somebody searched for.</summary>
    private sealed class WithoutWords : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            data.SetTag("url.query", null);
            data.SetTag("url.full", null);
        }
    }
}
