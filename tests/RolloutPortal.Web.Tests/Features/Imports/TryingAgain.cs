using System.Text;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>What somebody has said of a file holds for the next try, which takes the place of the one before.</summary>
public sealed class TryingAgain(Portal portal) : IClassFixture<Portal>
{
    private string All => portal.Imports();

    [Fact]
    public async Task The_corrected_file_is_of_the_same_kind_and_replaces_the_one_it_mends()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (first, page) = await manager.Upload(portal, "locations", Files.Locations, "B1;;Nord;x;begge");
        var form = await manager.Get(page.Html.QuerySelector("#import a.button[href*=replaces]")!.GetAttribute("href")!);
        Assert.NotNull(form.Html.QuerySelector("[name=Kind][value=locations][checked]"));
        var old = form.Html.QuerySelector("[name=Replaces]")!.GetAttribute("value")!;

        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Token!), "__RequestVerificationToken" }, { new StringContent("locations"), "Kind" }, { new StringContent(old), "Replaces" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Files.Lines(Files.Locations, "B1;Godt;Nord;5;begge"))), "File", "rettet.csv" },
        };
        using var response = await manager.Client.PostAsync(All, content);

        Assert.Equal(ImportState.Cancelled, (await portal.Waiting(first)).State);
        Assert.Equal(ImportState.Checked, (await portal.Waiting(response.Headers.Location!.ToString())).State);
    }

    [Fact]
    public async Task All_that_wait_are_cancelled_with_one_press()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (one, _) = await manager.Upload(portal, "locations", Files.Locations, "B1;;Nord;x;begge");
        var (other, _) = await manager.Upload(portal, "locations", Files.Locations, "B2;;Nord;x;begge");

        await manager.Submit(await manager.Get(All), "form[action$='/imports/cancellation']");

        Assert.Equal([ImportState.Cancelled, ImportState.Cancelled], [(await portal.Waiting(one)).State, (await portal.Waiting(other)).State]);
    }

    [Fact]
    public async Task A_title_above_the_headers_is_passed_with_one_press_and_each_header_is_remembered_by_itself()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, "locations", "Oversigt;;;", "Enhedsnr;Afdeling;Forvaltning;Antal", "B1;Solgården;Nord;5", "B2;Åhaven;Nord;5");
        Assert.Contains("Linje 1 ligner en titel. Står overskrifterne på linje 2?", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Rækken har", page.Words, StringComparison.Ordinal);

        await manager.Submit(page, "form[action$='/header']");
        await manager.Submit(await manager.Get(address), "#columns form", ("column[0]", "code"), ("column[1]", "name"), ("column[2]", "area"), ("column[3]", "users"));
        var (_, next) = await manager.Upload(portal, "locations", "Side;Afdeling;Enhedsnr;Forvaltning;Antal", "begge;Solgården;B1;Nord;5");

        Assert.Contains("Filen er klar til at blive gemt", next.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_above_remembered_headers_is_passed_by_itself()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        string[] file = ["Kvartalets oversigt;;;;", "Enhednr;Stedets navn;Hvor;Antallet;Hvad", "C1;;Nord;5;begge"];
        var (address, page) = await manager.Upload(portal, "locations", file);
        await manager.Submit(page, "form[action$='/header']");
        await manager.Submit(
            await manager.Get(address), "#columns form", ("column[0]", "code"), ("column[1]", "name"), ("column[2]", "area"), ("column[3]", "users"), ("column[4]", "side"));

        var (_, next) = await manager.Upload(portal, "locations", file[0], file[1], "C1;Solgården;Nord;5;begge");

        Assert.Contains("Filen er klar til at blive gemt", next.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_that_nobody_knows_are_guessed_and_the_guess_is_named()
    {
        var manager = await portal.SignIn(Role.RolloutManager);

        var (_, page) = await manager.Upload(portal, "employees", "Lønnummer;Medarbejdernavn;Arbejdsmail;Hobby", "D1;Ane;ane@eksempel.dk;Fisk");

        Assert.Equal(["work_key", "name", "email", ""], Enumerable.Range(0, 4).Select(i => page.Html.QuerySelector($"select[name='column[{i}]'] option[selected]")?.GetAttribute("value") ?? ""));
        Assert.Equal(3, page.Html.QuerySelectorAll("#columns .guess").Length);
        Assert.Contains("Portalen har gættet, hvilken kolonne der er medarbejdernøgle, navn, e-mail", page.Words, StringComparison.Ordinal);
        Assert.Equal(["rolle", "lokation", "fra"], page.Html.QuerySelectorAll(".verdict li b").Select(field => field.TextContent));
    }
}
