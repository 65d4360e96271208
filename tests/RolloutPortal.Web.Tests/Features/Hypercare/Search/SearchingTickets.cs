using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Search;

public sealed class SearchingTickets(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Theory]
    [InlineData("vippebrættet"), InlineData("VIPPEBRÆT"), InlineData("bræt"), InlineData("vippe"), InlineData("\"grønne vippebræt\""), InlineData("vippebræt -ukendt"),
     InlineData("det vippebræt"), InlineData("vippebræt på"), InlineData("i vippebræt at og"), InlineData("er vippe")]
    public async Task A_word_is_found_in_other_forms_as_part_of_others_and_while_it_is_typed(string typed)
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: "Det grønne\nvippebræt er væk");

        Assert.Contains(ticket, await Ids(typed));
        Assert.DoesNotContain(ticket, await Ids("\"vippebræt grønne\""));
        Assert.DoesNotContain(ticket, await Ids("vippebræt -grønne"));
    }

    [Fact]
    public async Task A_short_word_that_stands_everywhere_is_read_from_the_text_where_it_is_all_that_is_asked_for()
    {
        var (there, not) = (await portal.Log(rollout.NorthA, portal.Now(), words: "Ugle på taget"), await portal.Log(rollout.NorthA, portal.Now(), words: "Ugle i bjælken"));

        Assert.Contains(there, await Ids("på"));
        Assert.DoesNotContain(not, await Ids("på"));
        Assert.Equal([not], await Ids("ugle -på"));
        Assert.Equal(2, (await Ids("ugle på")).Length);
    }

    [Fact]
    public async Task Comments_solutions_and_reasons_are_searched_and_named_where_the_hit_was()
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: "Skærmen er sort");
        await Write(ticket, "Kablet var en pindsvinekaktus", (id, text) => t => t.Comment(text, id, portal.Now()));
        await Write(ticket, "Ny propelhat monteret", (_, text) => t => t.Resolve(Cause.Equipment, text, portal.Now()));

        Assert.Equal("Kommentar Kablet var en pindsvinekaktus", (await Find("kaktus")).Html.QuerySelector($"#ticket-{ticket} .hit")!.TextContent.Trim());
        Assert.Equal("Løsning Ny propelhat monteret", (await Find("propelhatte")).Html.QuerySelector($"#ticket-{ticket} .hit")!.TextContent.Trim());
        Assert.Equal("propelhat", (await Find("propelhat")).Html.QuerySelector($"#ticket-{ticket} mark")!.TextContent);
        Assert.Contains(ticket, await Ids("skærmen kaktus propelhat"));
    }

    [Fact]
    public async Task A_cause_is_found_by_its_name_in_each_language_until_the_ticket_is_opened_again()
    {
        var (ticket, other) = (await portal.Log(rollout.NorthA, portal.Now(), words: "Rulleskøjten"), await portal.Log(rollout.NorthA, portal.Now(), words: "Rulleskøjten"));
        await Write(ticket, "Nu", (_, text) => t => t.Resolve(Cause.DataMigration, text, portal.Now()));

        foreach (var typed in new[] { "overførsel", "rulleskøjten overførs", "överföring", "\"data og overførsel\"", "migration" })
        {
            Assert.Contains(ticket, await Ids(typed));
            Assert.DoesNotContain(other, await Ids(typed));
        }

        Assert.DoesNotContain(ticket, await Ids("rulleskøjten -overførsel"));
        Assert.Equal("Årsag Data og overførsel", (await Find("overførsel")).Html.QuerySelector($"#ticket-{ticket} .hit")!.TextContent.Trim());
        await Write(ticket, "Igen", (_, text) => t => t.Reopen(text, portal.Now()));
        Assert.DoesNotContain(ticket, await Ids("overførsel"));
    }

    [Fact]
    public async Task A_location_is_found_by_name_code_and_area()
    {
        var (north, south) = (await portal.Log(rollout.NorthB, portal.Now()), await portal.Log(rollout.SouthB, portal.Now()));

        Assert.Contains(north, await Ids("østerbro"));
        Assert.Contains(north, await Ids("bn02"));
        Assert.Contains(south, await Ids("\"bosteder syd\""));
        Assert.DoesNotContain(north, await Ids("valby"));
    }

    [Fact]
    public async Task A_corrected_text_is_found_and_the_old_one_is_not()
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: "Gammelt krokodilleord");
        var support = await portal.SignIn(Role.Support);
        await support.Submit(await support.Get($"/tickets/{ticket}/correction"), $"form[action='/tickets/{ticket}/correction']", ("WhatHappens", "Nyt flodhesteord"));

        Assert.Equal([ticket], await Ids("flodhesteord"));
        Assert.Empty(await Ids("krokodilleord"));
    }

    [Fact]
    public async Task A_deleted_text_is_found_by_nothing_and_stands_in_no_row()
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: "Hedder Karl Hemmelighed");
        Assert.Equal([ticket], await Ids("hemmelighed"));

        var text = (await portal.Row(ticket)).TextId;
        await portal.Act(ticket, t => t.Redact(text, portal.Now()), new Together { RedactedTexts = [text] });

        Assert.Empty(await Ids("hemmelighed"));
        Assert.Empty(await Ids("hemmel"));
        Assert.Empty(await portal.Services.GetRequiredService<ReadTables>().Query(
            "select 1 from ticket_search where words like '%hemmelig%' or vector @@ 'hemmelig:*'::tsquery", _ => 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Elsewhere_is_searched_by_nobody()
    {
        var hidden = await portal.Log(rollout.SouthA, portal.Now(), words: "Zebrastriber");
        var seen = await portal.Log(rollout.NorthA, portal.Now(), words: "Zebrastriber");
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        Assert.Equal([seen], IdsIn(await superuser.Get($"{Address}?q=zebra")));
        Assert.Empty(IdsIn(await superuser.Get($"{Address}?q=amager")));
        Assert.Empty(IdsIn(await superuser.Get($"{Address}?q={TicketNumberOf(hidden)}")));
    }

    [Fact]
    public async Task What_fits_best_comes_first_or_the_newest()
    {
        var best = await portal.Log(rollout.NorthA, portal.Now().AddHours(-2), words: "Lamaen, en lama til, og lamaer");
        var newest = await portal.Log(rollout.NorthA, portal.Now(), words: "Noget helt andet");
        await Write(newest, "Ligner den med en lama", (id, text) => t => t.Comment(text, id, portal.Now()));

        Assert.Equal([best, newest], await Ids("lama"));
        Assert.Equal([newest, best], await Ids("lama&sort=-logged"));
        Assert.NotNull((await Find("lama")).Html.QuerySelector("#tickets a[href*='sort=-logged']"));
    }

    [Theory]
    [InlineData("'"), InlineData("\\"), InlineData("a:*b"), InlineData("%_%"), InlineData("&|!()<->"), InlineData("'':*"), InlineData("\ud83d"), InlineData("ﷺ"), InlineData("ß")]
    public async Task Whatever_is_typed_is_only_searched_for(string typed) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, (await Find(Uri.EscapeDataString(typed))).Status);

    [Theory]
    [InlineData("girafhalsn", "girafhals"), InlineData("giraffhals", "girafhals"), InlineData("grøn%20girafahls", "grøn%20girafhals"), InlineData("ikkeher%20girafhlas", null), InlineData("\"girafhlas\"", null)]
    public async Task Where_nothing_is_found_the_word_that_was_meant_is_offered(string typed, string? meant)
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: "En grøn girafhals på skærmen");

        var page = await Find(typed);

        var offered = page.Html.QuerySelector("#tickets a.button[data-kind=primary][href*='q=']")?.GetAttribute("href");
        Assert.Equal(meant is null ? null : $"{Address}?q={meant}", Uri.UnescapeDataString(offered ?? "") is { Length: > 0 } href ? href.Replace(" ", "%20", StringComparison.Ordinal) : null);
        if (offered is not null) Assert.Contains(ticket, IdsIn(await (await portal.SignIn(Role.Support)).Get(offered)));
    }

    [Fact]
    public async Task Nobody_is_offered_a_word_from_tickets_that_they_may_not_see()
    {
        await portal.Log(rollout.SouthA, portal.Now(), words: "Krokodilletand");
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        Assert.DoesNotContain("krokodilletand", (await superuser.Get($"{Address}?q=krokodiletand")).Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Mente du »krokodilletand«?", (await Find("krokodiletand")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_can_be_checked_and_made_again()
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: "Pelikannæb");
        var source = portal.Services.GetRequiredService<PortalDatabase>().Source;
        var ct = TestContext.Current.CancellationToken;
        await portal.Services.GetRequiredService<ReadTables>().Query($"update ticket_search set words = 'x', version = 99 where ticket_id = '{ticket}' returning 1", _ => 1, ct);

        Assert.Contains(await TicketSearchRows.Faults(source, ct), fault => fault.Contains(ticket.ToString(), StringComparison.Ordinal));
        await TicketSearchRows.CatchUp(source, ct);
        Assert.Empty(await TicketSearchRows.Faults(source, ct));
        Assert.Equal([ticket], await Ids("pelikan"));
        Assert.NotEqual(0, await TicketSearchRows.Rebuild(source, ct));
    }

    private string Address => $"/programmes/{rollout.Programme}/tickets";

    private static string TicketNumberOf(Guid ticket) => Web.Features.Hypercare.Words.TicketNumber.Of(ticket);

    private async Task<Answer> Find(string typed) => await (await portal.SignIn(Role.Support)).Get($"{Address}?q={typed}");

    private async Task<Guid[]> Ids(string typed) => IdsIn(await Find(typed));

    private async Task Write(Guid ticket, string words, Func<Guid, Guid, Func<Ticket, Domain.Decision<TicketEvent>>> act)
    {
        var text = portal.Services.GetRequiredService<Texts>().Draft(ticket, words)!;
        await portal.Act(ticket, act(Guid.CreateVersion7(), text.Id), Together.With(text));
    }

    private static Guid[] IdsIn(Answer page) => [.. page.Html.QuerySelectorAll("tr[id^=ticket-]").Select(row => Guid.Parse(row.Id!["ticket-".Length..]))];
}
