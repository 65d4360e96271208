using System.Text;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>A file with somebody's number is told what is wrong with it, and does not wait in the portal.</summary>
public sealed class KeepingNumbersOut(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("locations", Files.Locations + ";CPR-nummer", "B1;Godt;Nord;5;begge;640823-3234")]
    [InlineData("locations", "Nr;Sted", "1;Bo 640823-3234")]
    [InlineData("employees", Files.Locations, "B1;Bo 640823-3234;Nord;5;begge")]
    [InlineData("locations", Files.Locations, "B1;Bo 640823-3234;Nord;5;begge")]
    public async Task Wherever_it_stands(string kind, string header, string row)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, kind, header, row);

        Assert.Contains("Filen indeholder personnumre", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", page.Words, StringComparison.Ordinal);
        Assert.Equal(0, (await portal.Left(address)).Content);
        Assert.Null(page.Html.QuerySelector("#columns"));
        Assert.Null(page.Html.QuerySelector("form[action$='/storing'], form[action$='/kind']"));

        await manager.Post($"{address}/columns", [new("column[0]", "code")], address);
        Assert.Equal(ImportState.Checked, (await portal.Waiting(address)).State);
    }

    [Fact]
    public async Task A_name_that_may_hold_one_is_shown_without_it_until_somebody_answers()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, "locations", "Liste 6408233234.csv", Encoding.UTF8.GetBytes(Files.Lines(Files.Locations, "B501;Godt;Nord;5;begge")));

        Assert.DoesNotContain("3234", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", (await manager.Get($"/programmes/{portal.Rollout.Programme}/imports")).Words, StringComparison.Ordinal);
        await manager.Submit(page, "#answers", ("innocent", page.Html.QuerySelector("#doubts [name=innocent]")!.GetAttribute("value")!));
        Assert.Contains("6408233234", (await manager.Get(address)).Words, StringComparison.Ordinal);
    }
}
