using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class CorrectingATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Everything_that_was_said_can_be_put_right_and_earlier_words_stay()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now(), words: "Den første tekst");

        var answer = await support.Submit(
            await support.Get($"/tickets/{id}/correction"), Form(id), ("WhatHappens", "Den rigtige tekst"), ("Impact", "OneUser"), ("Urgency", "TodayPoorWorkaround"),
            ("Kind", "Access"), ("ModuleId", rollout.Documentation.ToString()), ("AffectedUsers", "1"), ("LocationId", rollout.NorthB.ToString()));

        var (row, page) = (await portal.Row(id), await support.Get($"/tickets/{id}"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal((rollout.NorthB, Severity.S4, TicketKind.Access, rollout.Documentation, false), (row.LocationId, row.Severity, row.Kind, row.ModuleId, row.DuringHypercare));
        Assert.Equal("Den rigtige tekst", page.Html.QuerySelector("#ticket .written")!.TextContent);
        var history = page.Html.QuerySelector("#ticket-history")!.TextContent;
        foreach (var said in new[] { "Den første tekst", "Bosted Nørrebro", "Bosted Østerbro", "S3 mindre", "S4 lav", "Vores team", "Kun mig" })
            Assert.Contains(said, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_to_do()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var page = await support.Get($"/tickets/{id}/correction");

        await support.Submit(page, Form(id));
        var again = await support.Submit(page, Form(id));

        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Single((await support.Get($"/tickets/{id}")).Html.QuerySelectorAll("#ticket-history .timeline > li"));
    }

    [Fact]
    public async Task Whoever_saw_an_older_ticket_is_told_and_keeps_what_they_typed()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var (seenByFirst, seenBySecond) = (await first.Get($"/tickets/{id}/correction"), await second.Get($"/tickets/{id}/correction"));
        await first.Submit(seenByFirst, Form(id), ("WhatHappens", "Fra den første"));

        var stale = await second.Submit(seenBySecond, Form(id), ("WhatHappens", "Fra den anden"));
        var saved = await second.Submit(stale, Form(id));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (stale.Status, saved.Status));
        Assert.Equal("Fra den anden", ((IHtmlTextAreaElement)stale.Html.QuerySelector("#WhatHappens")!).Value);
        Assert.Contains("ændret, siden du åbnede", stale.Words, StringComparison.Ordinal);
        Assert.Equal("Fra den anden", (await second.Get($"/tickets/{id}")).Html.QuerySelector("#ticket .written")!.TextContent);
    }

    [Fact]
    public async Task It_is_not_moved_to_where_its_corrector_may_not_work()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Her hos os");
        var page = await superuser.Get($"/tickets/{id}/correction");

        var answer = await superuser.Submit(page, Form(id), ("LocationId", rollout.SouthA.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Vælg en lokation, du har adgang til.", answer.Words, StringComparison.Ordinal);
        Assert.Equal(("hidden", rollout.NorthA.ToString()), (page.Html.QuerySelector("#LocationId")!.GetAttribute("type"), page.Html.QuerySelector("#LocationId")!.GetAttribute("value")));
        Assert.Equal(rollout.NorthA, (await portal.Row(id)).LocationId);
    }

    [Fact]
    public async Task Its_words_may_not_be_taken_away_unless_they_are_gone()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Navnet på en borger");
        var page = await superuser.Get($"/tickets/{id}/correction");
        var refused = await superuser.Submit(page, Form(id), ("WhatHappens", ""));
        var text = (await portal.Row(id)).TextId;
        await superuser.Submit(await superuser.Get($"/tickets/{id}/texts/{text}/redaction"), $"form[action$='{text}/redaction']");

        var answer = await superuser.Submit(await superuser.Get($"/tickets/{id}/correction"), Form(id), ("Kind", "HowTo"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (refused.Status, answer.Status));
        Assert.Equal((TicketKind.HowTo, text), ((await portal.Row(id)).Kind, (await portal.Row(id)).TextId));
    }

    private static string Form(Guid id) => $"form[action='/tickets/{id}/correction']";
}
