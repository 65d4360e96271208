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
            await Time(report, installation, page, url, session);

        // The longest: a superuser of all places who was last here before the first ticket.
        var superuser = await installation.SignIn(Role.Superuser);
        await new Asking(installation.Portal.Address, "/my", ("Cookie", superuser)).Times(1);
        await using (var away = installation.Node.Database.Source.CreateCommand("update account_visit set seen_until = seen_until - interval '1 year'"))
            await away.ExecuteNonQueryAsync();
        await Time(report, installation, "my tickets, all of them new", "/my", superuser);
        await Time(report, installation, "a page with the number of them", $"/locations/{installation.Rollout.Locations[0]}/tickets/new", superuser);

        report.Add(Name, "memory of the portal, peak", installation.Portal.PeakMegabytes, "MB", MostMegabytes);
    }

    private static async Task Time(Report report, Installation at, string page, string url, string session)
    {
        var asking = new Asking(at.Portal.Address, url, ("Cookie", session));
        await asking.Times(WarmUp);
        var times = await asking.Times(Asked);
        report.Add(Name, $"{page}, median", times.Median(), "ms", MostMilliseconds);
        report.Add(Name, $"{page}, 95 of 100", times.Percentile(0.95), "ms", MostMilliseconds);
    }

    private static (string Page, string Url)[] Addresses(Installation at)
    {
        var rollout = at.Rollout;
        var programme = $"/programmes/{rollout.Programme}";
        return
        [
            ("ticket list", $"{programme}/tickets"),
            ("open tickets", $"{programme}/tickets?status=open"),
            ("tickets by location", $"{programme}/tickets?sort=location"),
            ("tickets that hold a word, one in a hundred", $"{programme}/tickets?q=insulin"),
            ("tickets that hold a word, each", $"{programme}/tickets?q=aftenvagtens"),
            ("tickets that hold a word, each, newest first", $"{programme}/tickets?q=aftenvagtens&sort=-logged"),
            ("tickets that hold part of a word, each", $"{programme}/tickets?q=skema"),
            ("tickets that hold words and a phrase", $"{programme}/tickets?q=medicin%20%22dagens%20opgaver%22%20-findesikke"),
            ("open tickets that hold a word", $"{programme}/tickets?q=medicinskema&status=open"),
            ("severe tickets of one area and module that hold a word", $"{programme}/tickets?q=medicin&severity=S1,S2&area={rollout.Areas[0]}&module={rollout.Modules[0]}"),
            ("tickets that hold a word, each, by severity", $"{programme}/tickets?q=medicin&sort=severity"),
            ("tickets that hold a common word and not another", $"{programme}/tickets?q=medicinskema%20-rettighederne"),
            ("tickets, last page", $"{programme}/tickets?page=400"),
            ("ticket", $"/tickets/{at.SomeTicket}"),
            ("form for a ticket", $"/locations/{rollout.Locations[0]}/tickets/new"),
            ("hypercare, programme", $"{programme}/hypercare"),
            ("hypercare, programme by location", $"{programme}/hypercare?by=location"),
            ("hypercare, area", $"/areas/{rollout.Areas[0]}/hypercare"),
            ("hypercare, wave", $"/waves/{rollout.Waves[0]}/hypercare"),
            ("hypercare, location", $"/locations/{rollout.Locations[0]}/hypercare"),
            ("rollout", $"{programme}/rollout"),
            ("wave", $"/waves/{rollout.Waves[0]}"),
        ];
    }
}
