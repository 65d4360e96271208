using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class RepeatingATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task The_same_form_sent_again_is_the_same_ticket()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);
        var before = await portal.CountTickets(rollout.NorthA);

        var first = await superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", "To linjer\r\nog én til  "));
        var second = await superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", "To linjer\nog én til"));

        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (second.Status, second.Location));
        Assert.Equal(before + 1, await portal.CountTickets(rollout.NorthA));
    }

    [Fact]
    public async Task Sent_twenty_times_at_once_it_is_one_ticket()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);
        var before = await portal.CountTickets(rollout.NorthA);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", "Dobbelttryk"))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, answers[0].Location), (answer.Status, answer.Location)));
        Assert.Equal(before + 1, await portal.CountTickets(rollout.NorthA));
    }

    [Fact]
    public async Task Other_words_under_the_same_id_are_kept_and_get_a_fresh_one()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get(Form);
        await superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", "Det første"));

        var answer = await superuser.Submit(page, "#log-ticket", TicketDesk.CanGoOn, ("WhatHappens", "Noget andet"));

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
        await support.Post(Address, TicketDesk.Filled(id, "Alt er langsomt"), from: Form);

        var answer = await support.Post($"/locations/{rollout.SouthA}/tickets", TicketDesk.Filled(id, "Alt er langsomt"), from: Form);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(rollout.NorthA, (await portal.Row(id)).LocationId);
    }

    [Fact]
    public async Task Another_persons_id_tells_nothing_of_what_it_belongs_to()
    {
        var (first, second) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Superuser, rollout.NorthA));
        var id = await first.LogTicket(rollout.NorthA, "Hemmeligt");

        var same = await second.Post(Address, TicketDesk.Filled(id, "Hemmeligt"), from: Form);
        var wave = await second.Post(Address, TicketDesk.Filled(rollout.Wave1, "Hemmeligt"), from: Form);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (same.Status, wave.Status));
        Assert.DoesNotContain("allerede", same.Words, StringComparison.Ordinal);
        Assert.Equal("Hemmeligt", ((IHtmlTextAreaElement)same.Html.QuerySelector("#WhatHappens")!).Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.Submit(same, "#log-ticket")).Status);
    }

    private string Form => $"/locations/{rollout.NorthA}/tickets/new";

    private string Address => $"/locations/{rollout.NorthA}/tickets";

    private static string? IdIn(Answer page) => page.Html.QuerySelector("[name=TicketId]")?.GetAttribute("value");
}
