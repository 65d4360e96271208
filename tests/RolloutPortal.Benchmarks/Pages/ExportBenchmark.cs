using System.Diagnostics;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>All of 20,000 tickets as a file, and how much memory the portal holds afterwards.</summary>
internal static class ExportBenchmark
{
    private const string Name = "export";
    private const int Tickets = 20_000;
    private const int Rounds = 5;
    private const double MostSeconds = 5;
    private const double MostMegabytes = 400;

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(Tickets);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = installation.Portal.Address };
        client.DefaultRequestHeaders.Add("Cookie", await installation.SignIn(Role.RolloutManager));
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var (times, bytes) = (new List<double>(), 0);
            for (var round = 0; round < Rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                bytes = (await client.GetByteArrayAsync($"/programmes/{installation.Rollout.Programme}/tickets/export/{format}")).Length;
                times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }

            report.Add(Name, $"{Tickets} tickets as {format}, {bytes / 1024} KB", times.Median(), "s", MostSeconds);
        }

        report.Add(Name, "memory of the portal, peak", installation.Portal.PeakMegabytes, "MB", MostMegabytes);
    }
}
