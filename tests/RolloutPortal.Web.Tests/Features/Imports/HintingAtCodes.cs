using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>A fault says what would mend it: the code of a location that was named otherwise, the line where an address stands already.</summary>
public sealed class HintingAtCodes(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_name_or_a_code_without_its_zeros_is_told_its_code()
    {
        await portal.Import("locations", Files.Lines(Files.Locations, "021;Nattevagten;Nord;5;begge", "0031;Plejecenter Åhaven på bakken;Nord;5;begge"));
        var (_, page) = await (await portal.SignIn(Role.RolloutManager)).Upload(portal, "employees", Files.Employees,
            "H1;Ane;h1@e.dk;x;nattevagten;2022-01-01;", "H2;Bo;h2@e.dk;x;Plejecenter Åhaven på bakken;2022-01-01;", "H3;Eva;h3@e.dk;x;31;2022-01-01;", "H4;Ib;h4@e.dk;x;ingensteds;2022-01-01;");

        Assert.Contains("Skriv lokationens kode: nattevagten har 021", page.Words, StringComparison.Ordinal);
        Assert.Contains("Skriv lokationens kode: Plejecenter Åhaven på bakken har 0031", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lokationen 31 findes ikke. Mente du 0031?", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lokationen ingensteds findes ikke. Importér", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("mellemrum", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_there_already_is_told_by_the_line_of_the_file()
    {
        var (_, page) = await (await portal.SignIn(Role.RolloutManager)).Upload(portal, "employees", Files.Employees,
            "J1;Ane;j1@e.dk;x;BN01;2022-01-01;", "J2;Bo;j1@e.dk;x;BN01;2022-01-01;", "J1;Ane;j1@e.dk;x;BN01;2022-01-01;", "J1;Ane;j1@e.dk;x;BN01;2022-02-01;");

        Assert.Contains("står allerede på linje 2, hos en anden", page.Words, StringComparison.Ordinal);
        Assert.Contains("Det samme står allerede i linje 2", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("der begynder 2022-01-01", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_spelling_of_an_area_is_that_area()
    {
        var (_, page) = await (await portal.SignIn(Role.RolloutManager)).Upload(portal, "locations", Files.Locations,
            "S1;A;Ældre og Sundhed;5;begge", "S2;B;Ældre & Sundhed;5;begge", "S3;C;ældre og  sundhed;5;begge");

        Assert.Contains("Ældre og Sundhed", page.Html.QuerySelector(".verdict b")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("&", page.Html.QuerySelector(".verdict b")!.TextContent, StringComparison.Ordinal);
    }
}
