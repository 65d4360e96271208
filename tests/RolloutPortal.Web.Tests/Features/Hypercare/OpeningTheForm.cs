using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class OpeningTheForm(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Whether_work_can_go_on_is_never_guessed()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);

        Assert.Empty(page.Html.QuerySelectorAll("[name=Urgency][checked]"));
        Assert.Equal(["Cosmetic", "WorkaroundOk", "TodayPoorWorkaround", "StatutoryOrSafetyNow"], page.Html.QuerySelectorAll("[name=Urgency]").Select(choice => choice.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await superuser.Submit(page, "#log-ticket", ("WhatHappens", "Skærmen er sort"))).Status);
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
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Post($"/locations/{rollout.SouthA}/tickets/similar", TicketDesk.Filled(Guid.Empty, "Kvitteringen"), from: "/my")).Status);
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
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Post($"/locations/{rollout.SouthA}/tickets", TicketDesk.Filled(Guid.CreateVersion7(), "Nej"), from: Form)).Status);
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

    private string Form => $"/locations/{rollout.NorthA}/tickets/new";

    private async Task<Guid[]> Similar(Browser who, Guid location, string words)
    {
        var form = new Dictionary<string, string>(TicketDesk.Filled(Guid.Empty, words)) { ["ModuleId"] = rollout.Medicine.ToString() };
        var answer = await who.Post($"/locations/{location}/tickets/similar", form, from: $"/locations/{location}/tickets/new", htmx: true);
        return [.. answer.Html.QuerySelectorAll("#similar a").Select(link => Guid.Parse(link.GetAttribute("href")!["/tickets/".Length..]))];
    }
}
