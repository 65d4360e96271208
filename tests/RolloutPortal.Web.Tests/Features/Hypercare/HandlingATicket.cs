using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class HandlingATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Its_page_shows_what_was_written_and_who_wrote_it()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "<b>Knappen</b> er grå", ("ModuleId", rollout.Medicine.ToString()));

        var page = await superuser.Get($"/tickets/{id}");

        Assert.Equal("<b>Knappen</b> er grå", page.Html.QuerySelector("#ticket .written")!.TextContent);
        Assert.Contains("Medicinhåndtering", page.Words, StringComparison.Ordinal);
        Assert.Contains("Bosted Nørrebro", page.Words, StringComparison.Ordinal);
        Assert.Contains("Du", page.Html.QuerySelector("#ticket-history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_live_regions_hold_no_field_to_type_in_and_no_token()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());

        foreach (var address in new[] { $"/tickets/{id}", $"/tickets/{id}/history" })
        {
            var region = await support.Get(address, partial: true);
            Assert.Empty(region.Html.QuerySelectorAll("textarea, select, input:not([type=hidden]), main"));
            Assert.Null(region.Token);
            Assert.Single(region.Html.QuerySelectorAll($"[data-topic='ticket/{id}']"));
        }
    }

    [Fact]
    public async Task A_comment_sent_twice_stands_there_once_and_another_beside_it()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var page = await support.Get($"/tickets/{id}");

        await support.Submit(page, "#comment", ("words", "Prøv at logge ind igen"));
        await support.Submit(page, "#comment", ("words", "Prøv at logge ind igen"));
        await support.Submit(page, "#comment", ("words", "Det hjalp ikke"));

        var written = (await support.Get($"/tickets/{id}")).Html.QuerySelectorAll("#ticket-history .written").Select(text => text.TextContent);
        Assert.Equal(["Det hjalp ikke", "Prøv at logge ind igen"], written);
    }

    [Fact]
    public async Task An_empty_comment_is_refused_with_a_message()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());

        var answer = await support.Submit(await support.Get($"/tickets/{id}"), "#comment", ("words", "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Skriv en kommentar.", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_resolved_with_a_cause_and_reopened_with_a_reason()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());

        var without = await support.Submit(await support.Get($"/tickets/{id}/resolution"), Form(id, "resolution"), ("words", "Startede forfra"));
        var resolved = await support.Submit(without, Form(id, "resolution"), ("cause", "Configuration"));
        var row = await portal.Row(id);
        var noReason = await support.Submit(await support.Get($"/tickets/{id}/reopening"), Form(id, "reopening"));
        var reopened = await support.Submit(noReason, Form(id, "reopening"), ("words", "Sker igen"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (without.Status, resolved.Status));
        Assert.Contains("Vælg en årsag.", without.Words, StringComparison.Ordinal);
        Assert.Equal((TicketStatus.Resolved, Cause.Configuration), (row.Status, row.Cause));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (noReason.Status, reopened.Status));
        Assert.Equal((TicketStatus.Open, 1, null), ((await portal.Row(id)).Status, (await portal.Row(id)).Reopened, (await portal.Row(id)).Cause));
        var history = (await support.Get($"/tickets/{id}")).Html.QuerySelector("#ticket-history")!.TextContent;
        Assert.Contains("Startede forfra", history, StringComparison.Ordinal);
        Assert.Contains("Sker igen", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_ended_meanwhile_is_said_and_the_words_are_kept()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var open = await second.Get($"/tickets/{id}/resolution");
        await first.Submit(await first.Get($"/tickets/{id}/resolution"), Form(id, "resolution"), ("cause", "Training"));

        var answer = await second.Submit(open, Form(id, "resolution"), ("cause", "Equipment"), ("words", "Ny mus"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Ny mus", ((IHtmlTextAreaElement)answer.Html.QuerySelector("#words")!).Value);
        Assert.Equal(Cause.Training, (await portal.Row(id)).Cause);
    }

    [Fact]
    public async Task Withdrawn_with_a_reason_it_can_no_longer_be_changed()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "En fejl");

        var answer = await superuser.Submit(await superuser.Get($"/tickets/{id}/withdrawal"), Form(id, "withdrawal"), ("words", "Forkert sted"));

        Assert.Equal((HttpStatusCode.SeeOther, TicketStatus.Withdrawn), (answer.Status, (await portal.Row(id)).Status));
        var page = await superuser.Get($"/tickets/{id}");
        Assert.Empty(page.Html.QuerySelectorAll("#ticket form, #ticket a[href$=correction], #comment"));
    }

    [Fact]
    public async Task With_htmx_the_outcome_takes_the_place_of_the_form_and_the_ticket_follows()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());

        var answer = await support.Post($"/tickets/{id}/resolution", Fields(("cause", "Training")), from: $"/tickets/{id}/resolution", htmx: true);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Sagen er løst.", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["#ticket", "#ticket-history"], answer.Html.QuerySelectorAll("hx-partial").Select(part => part.GetAttribute("hx-target")));
    }

    [Fact]
    public async Task A_deleted_text_is_gone_and_every_page_says_so()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Borgerens navn er Hans Hansen");
        var text = (await portal.Row(id)).TextId;

        var answer = await superuser.Submit(await superuser.Get($"/tickets/{id}/texts/{text}/redaction"), $"form[action$='{text}/redaction']");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        foreach (var page in new[] { $"/tickets/{id}", $"/programmes/{rollout.Programme}/tickets", $"/locations/{rollout.NorthA}/hypercare" })
        {
            var shown = await superuser.Get(page);
            Assert.DoesNotContain("Hans Hansen", shown.Text, StringComparison.Ordinal);
            Assert.Contains("slettet", shown.Words, StringComparison.Ordinal);
        }
    }

    private static string Form(Guid id, string act) => $"form[action='/tickets/{id}/{act}']";

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);
}
