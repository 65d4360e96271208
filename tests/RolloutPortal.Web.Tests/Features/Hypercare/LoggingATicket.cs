using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
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

    [Fact]
    public async Task Whether_work_can_go_on_is_never_guessed()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);

        Assert.Empty(page.Html.QuerySelectorAll("[name=Urgency][checked]"));
        Assert.Equal(["Cosmetic", "WorkaroundOk", "TodayPoorWorkaround", "StatutoryOrSafetyNow"], page.Html.QuerySelectorAll("[name=Urgency]").Select(choice => choice.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await superuser.Submit(page, "#log-ticket", ("WhatHappens", "Skærmen er sort"))).Status);
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
    public async Task Open_tickets_that_share_a_word_or_the_module_are_shown_while_one_writes()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.SouthB);
        var same = await portal.Log(rollout.SouthB, portal.Now().AddDays(-2), words: "Kvitteringen forsvinder igen");
        var module = await portal.Log(rollout.SouthB, portal.Now().AddDays(-1), p => p with { ModuleId = rollout.Medicine }, "Noget helt andet");
        var resolved = await portal.Log(rollout.SouthB, portal.Now(), words: "Kvitteringen var væk");
        await portal.Act(resolved, ticket => ticket.Resolve(Cause.Training, null, portal.Now()));
        await portal.Log(rollout.SouthA, portal.Now(), words: "Kvitteringen forsvinder også her");

        Assert.Equal([same, module], await Similar(superuser, rollout.SouthB, "Nu er KVITTERINGEN væk"));
        Assert.Empty(await Similar(superuser, rollout.SouthB, "Nu er den væk"));
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Post($"/locations/{rollout.SouthA}/tickets/similar", Filled(Guid.Empty, "Kvitteringen"), from: "/my")).Status);
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

        var answer = await superuser.Post(Address, Filled(id, "Skærmen er sort"), from: Form, htmx: true);

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

        var tooLong = await superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", new string('å', 2001)));
        var fits = await superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", new string('å', 2000)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (tooLong.Status, fits.Status));
        Assert.Contains("højst 2000 tegn", tooLong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_again_is_the_same_ticket()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);
        var before = await portal.CountTickets(rollout.NorthA);

        var first = await superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", "To linjer\r\nog én til  "));
        var second = await superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", "To linjer\nog én til"));

        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (second.Status, second.Location));
        Assert.Equal(before + 1, await portal.CountTickets(rollout.NorthA));
    }

    [Fact]
    public async Task Sent_twenty_times_at_once_it_is_one_ticket()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);
        var before = await portal.CountTickets(rollout.NorthA);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", "Dobbelttryk"))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, answers[0].Location), (answer.Status, answer.Location)));
        Assert.Equal(before + 1, await portal.CountTickets(rollout.NorthA));
    }

    [Fact]
    public async Task Other_words_under_the_same_id_are_kept_and_get_a_fresh_one()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);
        await superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", "Det første"));

        var answer = await superuser.Submit(page, "#log-ticket", CanGoOn, ("WhatHappens", "Noget andet"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Matches(@"blev logget 25\. jan\. 2022 \d\d[.:]\d\d", answer.Words);
        Assert.Equal("Noget andet", ((IHtmlTextAreaElement)answer.Html.QuerySelector("#WhatHappens")!).Value);
        Assert.NotEqual(IdIn(page), IdIn(answer));
        Assert.Equal(HttpStatusCode.SeeOther, (await superuser.Submit(answer, "#log-ticket")).Status);
    }

    [Fact]
    public async Task The_same_words_at_another_location_are_no_repeat()
    {
        var support = await portal.SignIn(Role.Support);
        var id = Guid.CreateVersion7();
        await support.Post(Address, Filled(id, "Alt er langsomt"), from: Form);

        var answer = await support.Post($"/locations/{rollout.SouthA}/tickets", Filled(id, "Alt er langsomt"), from: Form);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(rollout.NorthA, (await portal.Row(id)).LocationId);
    }

    [Fact]
    public async Task Another_persons_id_tells_nothing_of_what_it_belongs_to()
    {
        var (first, second) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Superuser, rollout.NorthA));
        var id = await first.LogTicket(rollout.NorthA, "Hemmeligt");

        var same = await second.Post(Address, Filled(id, "Hemmeligt"), from: Form);
        var wave = await second.Post(Address, Filled(rollout.Wave1, "Hemmeligt"), from: Form);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (same.Status, wave.Status));
        Assert.DoesNotContain("allerede", same.Words, StringComparison.Ordinal);
        Assert.Equal("Hemmeligt", ((IHtmlTextAreaElement)same.Html.QuerySelector("#WhatHappens")!).Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.Submit(same, "#log-ticket")).Status);
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

    [Fact]
    public async Task The_module_of_the_last_ticket_is_remembered()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        await superuser.LogTicket(rollout.NorthA, "Medicin", ("ModuleId", rollout.Medicine.ToString()));

        var page = await superuser.Get(Form);

        Assert.Equal(rollout.Medicine.ToString(), ((IHtmlSelectElement)page.Html.QuerySelector("#ModuleId")!).Value);
        Assert.Contains("Medicinhåndtering", page.Html.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_in_one_place_goes_straight_to_its_form()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var answer = await superuser.Get("/tickets/new");

        Assert.Equal((HttpStatusCode.Redirect, Form), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Whoever_works_in_several_chooses_among_those_alone()
    {
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, rollout.North));

        var answer = await leader.Get("/tickets/new");

        Assert.Equal(
            new[] { rollout.NorthA, rollout.NorthB }.Select(id => $"/locations/{id}/tickets/new").Order(),
            answer.Html.QuerySelectorAll("a.pick").Select(link => link.GetAttribute("href")!).Order());
    }

    [Fact]
    public async Task Out_of_scope_there_is_no_such_place()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Get($"/locations/{rollout.SouthA}/tickets/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Post($"/locations/{rollout.SouthA}/tickets", Filled(Guid.CreateVersion7(), "Nej"), from: Form)).Status);
    }

    [Fact]
    public async Task A_reader_does_not_log()
    {
        var reader = await portal.SignIn(Role.Reader);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(Form)).Status);
    }

    [Theory]
    [InlineData("sv", "Vad händer?", "Skriv vad som händer.")]
    [InlineData("en", "What happens?", "Write what happens.")]
    [InlineData("da", "Hvad sker der?", "Skriv, hvad der sker.")]
    public async Task The_form_speaks_the_readers_language(string language, string question, string message)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        superuser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await superuser.Get(Form);

        var answer = await superuser.Submit(page, "#log-ticket");

        Assert.Contains(question, page.Words, StringComparison.Ordinal);
        Assert.Contains(message, answer.Words, StringComparison.Ordinal);
    }

    private static readonly (string Name, string Value) CanGoOn = ("Urgency", "WorkaroundOk");

    private string Form => $"/locations/{rollout.NorthA}/tickets/new";

    private string Address => $"/locations/{rollout.NorthA}/tickets";

    private async Task<Guid[]> Similar(Browser who, Guid location, string words)
    {
        var form = new Dictionary<string, string>(Filled(Guid.Empty, words)) { ["ModuleId"] = rollout.Medicine.ToString() };
        var answer = await who.Post($"/locations/{location}/tickets/similar", form, from: $"/locations/{location}/tickets/new", htmx: true);
        return [.. answer.Html.QuerySelectorAll("#similar a").Select(link => Guid.Parse(link.GetAttribute("href")!["/tickets/".Length..]))];
    }

    private static string? IdIn(Answer page) => page.Html.QuerySelector("[name=TicketId]")?.GetAttribute("value");

    private static Dictionary<string, string> Filled(Guid id, string words) => new()
    {
        ["TicketId"] = id.ToString(),
        ["WhatHappens"] = words,
        ["Impact"] = "Team",
        ["Urgency"] = "WorkaroundOk",
        ["Kind"] = "Fault",
    };
}
