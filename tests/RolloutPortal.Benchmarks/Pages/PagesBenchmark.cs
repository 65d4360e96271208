using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>How long each page takes for somebody alone, and how much memory the portal holds afterwards.</summary>
/// <remarks>Seen from a connection on the same machine: what the server needs, and a little more.</remarks>
internal static class PagesBenchmark
{
    private const string Name = "pages";
    private const int Tickets = 20_000;
    private const int WarmUp = 150;
    private const int Asked = 200;
    private const double MostMilliseconds = 50;
    private const double MostMegabytes = 400;

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(Tickets);
        var session = await installation.SignIn(Role.RolloutManager);
        foreach (var (page, url) in Addresses(installation))
        {
            var asking = new Asking(installation.Portal.Address, url, ("Cookie", session));
            await asking.Times(WarmUp);
            var times = await asking.Times(Asked);
            report.Add(Name, $"{page}, median", times.Median(), "ms", MostMilliseconds);
            report.Add(Name, $"{page}, 95 of 100", times.Percentile(0.95), "ms", MostMilliseconds);
        }

        report.Add(Name, "memory of the portal, peak", installation.Portal.PeakMegabytes, "MB", MostMegabytes);
    }

    private static (string Page, string Url)[] Addresses(Installation at)
    {
        var rollout = at.Rollout;
        return
        [
            ("ticket list", $"/programmes/{rollout.Programme}/tickets"),
            ("open tickets", $"/programmes/{rollout.Programme}/tickets?status=open"),
            ("search in the list", $"/programmes/{rollout.Programme}/tickets?q=aftenvagtens"),
            ("ticket", $"/tickets/{at.SomeTicket}"),
            ("form for a ticket", $"/locations/{rollout.Locations[0]}/tickets/new"),
        ];
    }
}
