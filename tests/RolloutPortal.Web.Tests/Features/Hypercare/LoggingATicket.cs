using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class LoggingATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Words_and_one_answer_are_enough()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var row = await portal.Row(await superuser.LogTicket(rollout.NorthA, "Kan ikke kvittere for medicin kl. 8"));

        Assert.Equal((rollout.NorthA, Impact.Team, Urgency.WorkaroundOk, Severity.S3), (row.LocationId, row.Impact, row.Urgency, row.Severity));
        Assert.Equal((TicketKind.Fault, 5, Channel.Superuser, true), (row.Kind, row.AffectedUsers, row.Channel, row.DuringHypercare));
        Assert.Equal(superuser.Account, row.ReporterId);
    }

    [Theory]
    [InlineData("StatutoryOrSafetyNow", "ring til det nummer, I har aftalt")]
    [InlineData("Cosmetic", "Svar kommer på sagens side")]
    public async Task The_receipt_says_what_happens_now(string urgency, string next)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Medicinlisten er tom", ("Urgency", urgency));

        var receipt = await superuser.Get($"/tickets/{id}/receipt");

        Assert.Contains(next, receipt.Words, StringComparison.Ordinal);
        Assert.Equal($"/tickets/{id}", receipt.Html.QuerySelector("main a.button[data-kind=primary]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_JavaScript_the_receipt_has_its_own_page()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Skærmen er sort");

        var receipt = await superuser.Get($"/tickets/{id}/receipt");

        Assert.Contains(TicketNumber.Of(id), receipt.Words, StringComparison.Ordinal);
        Assert.NotNull(receipt.Html.QuerySelector($"a[href='/locations/{rollout.NorthA}/tickets/new']"));
        Assert.NotNull(receipt.Html.QuerySelector($"a[href='/tickets/{id}']"));
    }

    [Fact]
    public async Task With_htmx_the_receipt_takes_the_place_of_the_form()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = Guid.CreateVersion7();

        var answer = await superuser.Post(Address, TicketDesk.Filled(id, "Skærmen er sort"), from: Form, htmx: true);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(TicketNumber.Of(id), answer.Words, StringComparison.Ordinal);
        Assert.Null(answer.Html.QuerySelector("html > body > main"));
    }

    [Theory]
    [InlineData("WhatHappens", "   ", "Skriv, hvad der sker.")]
    [InlineData("AffectedUsers", "0", "Skriv et helt tal fra 1 til 20000.")]
    [InlineData("AffectedUsers", "fem", "Skriv et helt tal fra 1 til 20000.")]
    [InlineData("AffectedUsers", "20001", "Skriv et helt tal fra 1 til 20000.")]
    [InlineData("Impact", "Everybody", "Vælg, hvem der er ramt.")]
    [InlineData("Impact", "17", "Vælg, hvem der er ramt.")]
    [InlineData("Urgency", "", "Vælg, om I kan komme videre.")]
    [InlineData("Kind", "99", "Vælg en type.")]
    [InlineData("ModuleId", "00000000-0000-0000-0000-00000000dead", "Vælg et modul fra listen.")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(string field, string value, string message)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var before = await portal.CountTickets(rollout.NorthA);
        var page = await superuser.Get(Form);

        var answer = await superuser.Submit(page, "#log-ticket", [.. new[] { ("WhatHappens", "Knappen er grå"), ("AffectedUsers", "7"), ("Urgency", "WorkaroundOk") }.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Html.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(answer.Html.QuerySelectorAll(".message"), shown => shown.TextContent == message);
        if (field != "WhatHappens") Assert.Equal("Knappen er grå", ((IHtmlTextAreaElement)answer.Html.QuerySelector("#WhatHappens")!).Value);
        if (field == "WhatHappens") Assert.Equal("7", answer.Html.QuerySelector("#AffectedUsers")!.GetAttribute("value"));
        Assert.Equal(before, await portal.CountTickets(rollout.NorthA));
    }

    [Fact]
    public async Task A_text_may_have_2000_characters_and_no_more()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);

        var tooLong = await superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", new string('å', 2001)));
        var fits = await superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", new string('å', 2000)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (tooLong.Status, fits.Status));
        Assert.Contains("højst 2000 tegn", tooLong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_hypercare_it_is_taken_and_marked()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthB);

        var page = await superuser.Get($"/locations/{rollout.NorthB}/tickets/new");
        var row = await portal.Row(await superuser.LogTicket(rollout.NorthB, "Vi øver os"));

        Assert.Contains("driftens liste", page.Words, StringComparison.Ordinal);
        Assert.False(row.DuringHypercare);
    }

    [Theory]
    [InlineData("CitizenSafetyOrArea", "Cosmetic", "", "", Severity.S4)]
    [InlineData("CitizenSafetyOrArea", "Cosmetic", "", "true", Severity.S2)]
    [InlineData("WholeLocation", "StatutoryOrSafetyNow", "", "", Severity.S1)]
    [InlineData("WholeLocation", "StatutoryOrSafetyNow", "50", "", Severity.S2)]
    [InlineData("OneUser", "Cosmetic", "", "true", Severity.S2)]
    [InlineData("OneUser", "TodayPoorWorkaround", "", "", Severity.S4)]
    public async Task Severity_is_what_the_button_promised(string impact, string urgency, string users, string safety, Severity severity)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var row = await portal.Row(await superuser.LogTicket(
            rollout.NorthA, "Alvor", ("Impact", impact), ("Urgency", urgency), ("AffectedUsers", users), ("Safety", safety.Length > 0 ? safety : "false")));

        Assert.Equal(severity, row.Severity);
        var promised = System.Text.Json.JsonDocument.Parse(LogTicketPage.Severities).RootElement.GetProperty(impact).GetProperty(urgency);
        Assert.Contains(promised.EnumerateArray(), one => one.GetString() == severity.ToString());
    }

    private string Form => $"/locations/{rollout.NorthA}/tickets/new";

    private string Address => $"/locations/{rollout.NorthA}/tickets";
}
