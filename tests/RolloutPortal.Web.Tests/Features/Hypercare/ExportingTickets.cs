using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class ExportingTickets(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task A_file_holds_what_the_list_shows_in_its_order_of_all_pages()
    {
        var at = portal.Now().AddDays(-1);
        for (var i = 0; i < 60; i++)
            await portal.Log(rollout.SouthB, at.AddMinutes(i), p => p with { AffectedUsers = i + 1 }, $"Linje {i}");
        var support = await portal.SignIn(Role.Support);

        var rows = Lines(await support.Get(Export("csv", $"?location={rollout.SouthB}&sort=-users&page=2")));

        Assert.Equal(61, rows.Length);
        Assert.StartsWith("Nummer;Alvor;Hvad skete der;Type;Lokationskode;Lokation;Område;Modul;Status;Hos;", rows[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 60).Reverse().Select(i => $"Linje {i}"), rows.Skip(1).Select(row => row.Split(';')[2]));
        Assert.Contains("BS02;Bosted Valby;Bosteder Syd", rows[1], StringComparison.Ordinal);
        Assert.Contains($";{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at.AddMinutes(59), "Europe/Copenhagen"):yyyy-MM-dd HH:mm};", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_exported_as_it_is_found()
    {
        var found = await portal.Log(rollout.NorthA, portal.Now(), words: "=HYPERLINK(\"http://x\") næbdyr");
        await portal.Log(rollout.NorthA, portal.Now(), words: "uden");

        var rows = Lines(await (await portal.SignIn(Role.Support)).Get(Export("csv", "?q=næbdyret")));

        Assert.Equal(2, rows.Length);
        Assert.Contains(Web.Features.Hypercare.Words.TicketNumber.Of(found) + ";S3;\"'=HYPERLINK(\"\"http://x\"\") næbdyr\"", rows[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=-logged")]
    [InlineData("&sort=-users")]
    public async Task Of_a_search_that_finds_more_than_can_be_paged_through_the_file_has_the_pages_of_the_list(string sort)
    {
        await FindTooMany();
        var support = await portal.SignIn(Role.Support);
        var query = $"?q=kolibri{sort}";

        var list = await support.Get($"/programmes/{rollout.Programme}/tickets{query}");
        var last = await support.Get($"/programmes/{rollout.Programme}/tickets{query}&page=20");
        var numbers = Lines(await support.Get(Export("csv", query))).Skip(1).Select(row => row.Split(';')[0]).ToList();

        Assert.Equal(Web.Features.Hypercare.Search.TicketSearch.Most, numbers.Count);
        Assert.Equal(Numbers(list), numbers[..50]);
        Assert.Equal(Numbers(last), numbers[^50..]);
        Assert.Contains("Filer: de første 1.000", list.Words, StringComparison.Ordinal);
        using var answer = await support.Client.GetAsync(Export("xlsx", query), TestContext.Current.CancellationToken);
        using var book = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        Assert.Contains("|I filen|De første 1.000 i listens rækkefølge; der er flere|", string.Join('|', Part(book, 1).Descendants<Cell>().Select(cell => cell.InnerText)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Numbers(Answer list) =>
        list.Html.QuerySelectorAll("#tickets tbody tr").Select(row => Web.Features.Hypercare.Words.TicketNumber.Of(Guid.Parse(row.Id!["ticket-".Length..])));

    /// <summary>Once for the class. Those of one chunk wait together and are committed together.</summary>
    private async Task FindTooMany()
    {
        var support = await portal.SignIn(Role.Support);
        if ((await support.Get($"/programmes/{rollout.Programme}/tickets?q=kolibri")).Words.Contains("Over 1.000 sager", StringComparison.Ordinal)) return;
        var at = portal.Now().AddDays(-3);
        foreach (var some in Enumerable.Range(0, 1_020).Chunk(60))
            await Task.WhenAll(some.Select(i => portal.Log(rollout.NorthB, at.AddMinutes(i), p => p with { AffectedUsers = 1 + (i % 90) }, i % 7 == 0 ? "Kolibri i en kolibri" : $"Kolibri {i}")));
    }

    [Fact]
    public async Task Xlsx_has_the_readers_language_and_is_never_kept_on_the_way()
    {
        await portal.Log(rollout.NorthA, portal.Now(), words: "Til regnearket");
        var swede = await portal.SignIn(Role.Support);
        await swede.Post("/language", [new("language", "sv")], from: "/me");

        using var answer = await swede.Client.GetAsync(Export("xlsx", "?q=regnearket"), TestContext.Current.CancellationToken);
        using var book = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Ärenden DOMUS 2022-01-25.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(["Ärenden DOMUS", "Om utdraget"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public async Task Xlsx_says_which_tickets_it_holds_and_every_column_has_room_whatever_stands_in_its_first_row()
    {
        await portal.Log(rollout.SouthA, portal.Now(), words: "Uden nogen, der har den");
        var support = await portal.SignIn(Role.Support);

        using var answer = await support.Client.GetAsync(Export("xlsx", $"?location={rollout.SouthA}&status=open"), TestContext.Current.CancellationToken);
        using var book = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        var (tickets, about) = (Part(book, 0), string.Join('|', Part(book, 1).Descendants<Cell>().Select(cell => cell.InnerText)));

        Assert.Contains(" lokationer|Filter|Status: Åbne (nye og i gang)\nLokation: Bosted Amager|Trukket|", about, StringComparison.Ordinal);
        Assert.Contains("|Af|Prøve Person", about, StringComparison.Ordinal);
        Assert.All(tickets.Descendants<Column>(), column => Assert.InRange(column.Width!.Value, 9, 60));
        var assignee = tickets.Descendants<Row>().First().Descendants<Cell>().ToList().FindIndex(cell => cell.InnerText == "Hos");
        Assert.Equal(24, tickets.Descendants<Column>().ElementAt(assignee).Width!.Value);
    }

    [Fact]
    public async Task A_deleted_text_says_so_and_names_stay_with_those_who_may_see_them()
    {
        var support = await portal.SignIn(Role.Support);
        var ticket = await portal.Log(rollout.SouthA, portal.Now(), words: "Skal slettes");
        await portal.Act(ticket, t => t.Take(support.Account, portal.Now()));
        var text = (await portal.Row(ticket)).TextId;
        await portal.Act(ticket, t => t.Redact(text, portal.Now()), new Together { RedactedTexts = [text] });
        var query = $"?location={rollout.SouthA}";

        Assert.Contains(";slettet;", string.Join('\n', Lines(await support.Get(Export("csv", query)))), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(";Hos;", Lines(await support.Get(Export("csv", query)))[0], StringComparison.Ordinal);
        Assert.DoesNotContain(";Hos;", Lines(await (await portal.SignIn(Role.Reader)).Get(Export("csv", query)))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_one_may_see_is_in_it()
    {
        await portal.Log(rollout.SouthA, portal.Now(), words: "Amagers hemmelighed");
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        Assert.DoesNotContain("Amager", (await superuser.Get(Export("csv", ""))).Text, StringComparison.Ordinal);
        Assert.Single(Lines(await superuser.Get(Export("csv", $"?location={rollout.SouthA}"))));
    }

    private string Export(string format, string query) => $"/programmes/{rollout.Programme}/tickets/export/{format}{query}";

    private static Worksheet Part(SpreadsheetDocument book, int index) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(index).Id!)).Worksheet;

    private static string[] Lines(Answer file) => file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
