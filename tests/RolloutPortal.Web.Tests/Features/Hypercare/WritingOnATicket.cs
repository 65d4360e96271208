using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>Whose words stand where, and when the same words are the same.</summary>
public sealed class WritingOnATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_puts_words_in_anothers_mouth(bool isRedacted)
    {
        var (support, superuser) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Superuser, rollout.NorthA));
        var (colleagues, own) = (await portal.Log(rollout.NorthA, portal.Now()), await superuser.LogTicket(rollout.NorthA, "Min egen"));
        var text = Guid.CreateVersion7();
        await Comment(support, colleagues, text, "Borgeren hedder Åse");
        if (isRedacted)
            Assert.Equal(HttpStatusCode.SeeOther, (await support.Post($"/tickets/{colleagues}/texts/{text}/redaction", from: $"/tickets/{colleagues}")).Status);

        var refused = await Comment(superuser, own, text, "Det sagde kollegaen aldrig");
        var sent = await superuser.Submit(refused, "#comment");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (refused.Status, sent.Status));
        Assert.DoesNotContain("Det sagde kollegaen aldrig", (await support.Get($"/tickets/{colleagues}")).Words, StringComparison.Ordinal);
        Assert.Contains("Det sagde kollegaen aldrig", (await support.Get($"/tickets/{own}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_was_sent_is_said_to_be_and_stands_beside_the_tickets_own_words()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());
        Assert.Null((await support.Get($"/tickets/{id}")).Html.QuerySelector(".last-said"));

        await Comment(support, id, Guid.CreateVersion7(), "Vi har skrevet til leverandøren");
        var sent = await Comment(support, id, Guid.CreateVersion7(), "Prøv igen nu");
        var page = await support.Get(sent.Location!);

        Assert.Equal("Kommentaren er sendt.", page.Html.QuerySelector("#comment [role=status]")!.TextContent.Trim());
        Assert.Equal("Prøv igen nu", page.Html.QuerySelector("#ticket .last-said .written")!.TextContent);
        Assert.Null((await support.Get($"/tickets/{id}")).Html.QuerySelector("#comment [role=status]"));
    }

    [Fact]
    public async Task A_comment_that_was_deleted_is_not_written_again_by_a_late_repeat()
    {
        var support = await portal.SignIn(Role.Support);
        var (id, text) = (await portal.Log(rollout.NorthA, portal.Now()), Guid.CreateVersion7());
        await Comment(support, id, text, "Borgeren hedder Åse");
        await support.Post($"/tickets/{id}/texts/{text}/redaction", from: $"/tickets/{id}");

        var again = await Comment(support, id, text, "Borgeren hedder Åse");

        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.DoesNotContain("Åse", (await support.Get($"/tickets/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_resolves_it_in_other_words_hears_that_somebody_was_faster_and_keeps_them()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var (mine, theirs) = (await first.Get($"/tickets/{id}/resolution"), await second.Get($"/tickets/{id}/resolution"));

        var won = await Resolve(first, mine, "Startede serveren om");
        var again = await Resolve(first, mine, "Startede serveren om");
        var lost = await Resolve(second, theirs, "Skiftede kablet");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (won.Status, again.Status, lost.Status));
        Assert.Contains("Skiftede kablet", lost.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        Task<Answer> Resolve(Browser person, Answer page, string words) =>
            person.Submit(page, $"form[action='/tickets/{id}/resolution']", ("cause", "Training"), ("words", words));
    }

    [Fact]
    public async Task A_form_that_leaves_the_users_to_the_portal_is_a_repeat_though_there_are_more_of_them_now()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.SouthA);
        var form = await superuser.Get($"/locations/{rollout.SouthA}/tickets/new");
        (string, string)[] typed = [("WhatHappens", "Ingen kan logge ind"), ("Impact", "WholeLocation"), ("Urgency", "WorkaroundOk"), ("AffectedUsers", "")];
        var first = await superuser.Submit(form, "#log-ticket", typed);
        await rollout.Do<Location, LocationEvent>(rollout.SouthA, location => location.Describe(
            location.History!.Periods()[^1].Description with { Users = 45 }, SmallRollout.Today));

        var again = await superuser.Submit(form, "#log-ticket", typed);
        var otherwise = await superuser.Submit(form, "#log-ticket", [.. typed[..3], ("AffectedUsers", "7")]);

        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (again.Status, again.Location));
        Assert.Equal(HttpStatusCode.Conflict, otherwise.Status);
    }

    [Fact]
    public async Task A_form_is_a_repeat_though_its_words_were_deleted()
    {
        var (superuser, support) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Support));
        var form = await superuser.Get($"/locations/{rollout.NorthA}/tickets/new");
        var first = await superuser.Submit(form, "#log-ticket", ("WhatHappens", "Åse Hansen får ikke sin medicin"), ("Impact", "Team"), ("Urgency", "WorkaroundOk"));
        var id = Guid.Parse(first.Location!.Split('/')[2]);
        await support.Post($"/tickets/{id}/texts/{(await portal.Row(id)).TextId}/redaction", from: $"/tickets/{id}");

        var again = await superuser.Submit(form, "#log-ticket", ("WhatHappens", "Åse Hansen får ikke sin medicin"), ("Impact", "Team"), ("Urgency", "WorkaroundOk"));

        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (again.Status, again.Location));
        Assert.DoesNotContain("Åse Hansen", (await superuser.Get($"/tickets/{id}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200b\u200d")]
    [InlineData("\u202e")]
    [InlineData("\u2066\u3164\u2069")]
    public async Task What_nobody_can_see_is_nothing_written(string words)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var answer = await superuser.Submit(await superuser.Get($"/locations/{rollout.NorthA}/tickets/new"), "#log-ticket", ("WhatHappens", words), ("Impact", "Team"), ("Urgency", "WorkaroundOk"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Theory]
    [InlineData("12\u202e34", "1234")]
    [InlineData("a\r\nb\tc\u0000", "a\nb\tc")]
    [InlineData("👩\u200d⚕️", "👩\u200d⚕️")]
    public void A_text_is_kept_without_what_turns_the_page_round(string typed, string kept) => Assert.Equal(kept, Texts.Clean(typed));

    [Fact]
    public async Task A_ticket_has_a_number_of_its_own_whatever_its_form_says()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var first = await superuser.LogTicket(rollout.NorthA, "Den første");
        var form = await superuser.Get($"/locations/{rollout.NorthA}/tickets/new");
        var alike = Guid.Parse($"{Guid.CreateVersion7().ToString()[..26]}{first.ToString()[26..]}");

        var refused = await superuser.Submit(form, "#log-ticket", ("TicketId", $"{alike}"), ("WhatHappens", "Den anden"), ("Impact", "Team"), ("Urgency", "WorkaroundOk"));
        var sent = await superuser.Submit(refused, "#log-ticket");
        var made = await superuser.Submit(form, "#log-ticket", ("TicketId", $"{Guid.NewGuid()}"), ("WhatHappens", "Den tredje"), ("Impact", "Team"), ("Urgency", "WorkaroundOk"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (refused.Status, sent.Status));
        Assert.Equal(7, Guid.Parse(made.Location!.Split('/')[2]).Version);
    }

    [Fact]
    public async Task A_search_for_what_no_database_takes_is_a_search_for_the_rest()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now(), words: "Skærmen blinker");

        var nothing = await support.Get($"/programmes/{rollout.Programme}/tickets?q=%00");
        var found = await support.Get($"/programmes/{rollout.Programme}/tickets?q=bl%00ink%ED%A0%80&severity=%00");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (nothing.Status, found.Status));
        Assert.Contains($"/tickets/{id}", nothing.Text, StringComparison.Ordinal);
    }

    private static Task<Answer> Comment(Browser person, Guid ticket, Guid text, string words) =>
        person.Post($"/tickets/{ticket}/comments", [new("words", words), new("textId", $"{text}")], from: $"/tickets/{ticket}");
}
