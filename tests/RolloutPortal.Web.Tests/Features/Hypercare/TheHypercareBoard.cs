using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>Boards against a set of tickets small enough to count by hand.</summary>
public sealed class TheHypercareBoard(CountedTickets data) : IClassFixture<CountedTickets>
{
    private readonly Portal portal = data.Portal;
    private readonly SmallRollout rollout = data.Portal.Rollout;

    [Fact]
    public async Task Counts_the_whole_programme()
    {
        var page = await Open($"/programmes/{rollout.Programme}/hypercare");

        Assert.Equal([5, 1, 1, 2, 0, 3, 1], page.Tiles());
    }

    [Fact]
    public async Task Counts_an_area_a_wave_and_a_location_by_themselves()
    {
        await Shows($"/areas/{rollout.North}/hypercare", [4, 1, 0, 2, 0, 2, 1]);
        await Shows($"/waves/{rollout.Wave1}/hypercare", [4, 1, 1, 1, 0, 2, 1]);
        await Shows($"/locations/{rollout.NorthA}/hypercare", [3, 1, 0, 1, 0, 1, 1]);
        await Shows($"/locations/{rollout.SouthB}/hypercare", [0, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task Every_number_opens_as_many_rows()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        foreach (var address in new[] { $"/programmes/{rollout.Programme}", $"/areas/{rollout.North}", $"/waves/{rollout.Wave1}", $"/locations/{rollout.NorthA}" })
        {
            var page = await manager.Get(address + "/hypercare");
            var figures = page.Tiles();
            int[] tiles = [0, 1, 2, 3, 4, 6, 7];
            for (var i = 0; i < tiles.Length; i++)
                Assert.Equal(figures[i], await manager.CountBehind(page, tiles[i]));
        }
    }

    [Fact]
    public async Task The_oldest_open_one_is_shown_with_its_age_and_opens()
    {
        var tile = (await Open($"/programmes/{rollout.Programme}/hypercare")).Html.QuerySelectorAll("a.tile")[5];

        Assert.Equal($"/tickets/{data.Oldest}", tile.GetAttribute("href"));
        Assert.Equal("3 d.", tile.QuerySelector("b")!.TextContent);
    }

    [Fact]
    public async Task Wishes_and_operations_list_stand_apart()
    {
        var page = await Open($"/programmes/{rollout.Programme}/hypercare");

        Assert.Contains("uden for hypercare): 1", page.Words, StringComparison.Ordinal);
        Assert.Contains("tælles for sig: 1", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_that_need_somebody_come_first()
    {
        var areas = (await Open($"/programmes/{rollout.Programme}/hypercare")).Rows();
        var waves = (await Open($"/programmes/{rollout.Programme}/hypercare?by=wave")).Rows();
        var places = (await Open($"/programmes/{rollout.Programme}/hypercare?by=location")).Rows();

        Assert.Equal(["Bosteder Nord", "Bosteder Syd"], areas.Keys);
        Assert.Equal([1, 0, 2, 0, 2, 4], areas["Bosteder Nord"]);
        Assert.Equal([0, 1, 0, 0, 1, 1], areas["Bosteder Syd"]);
        Assert.Equal(["Bølge 1", "Bølge 2"], waves.Keys);
        Assert.Equal(["Bosted Nørrebro", "Bosted Amager", "Bosted Østerbro"], places.Keys);
    }

    [Fact]
    public async Task What_is_not_in_operation_and_has_no_tickets_is_named_below_the_figures()
    {
        var page = await Open($"/programmes/{rollout.Programme}/hypercare?by=location");
        var nothing = await Open($"/locations/{rollout.SouthB}/hypercare");

        Assert.Equal("1 ikke i drift endnu", page.Html.QuerySelector(".idle > summary")!.TextContent);
        Assert.Equal("Bosted Valby", Assert.Single(page.Html.QuerySelectorAll(".idle a")).TextContent);
        Assert.False(page.Html.QuerySelector(".idle")!.HasAttribute("open"));
        Assert.Null(nothing.Html.QuerySelector(".idle"));
    }

    [Fact]
    public async Task The_most_severe_and_newest_are_listed_first()
    {
        var page = await Open($"/programmes/{rollout.Programme}/hypercare");

        Assert.Equal(["S1", "S2", "S3", "S3"], page.Html.QuerySelectorAll("#board tr[id^=ticket] .severity").Select(mark => mark.TextContent));
    }

    [Fact]
    public async Task Whoever_sees_a_part_sees_that_part_and_is_told()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var page = await superuser.Get($"/programmes/{rollout.Programme}/hypercare");
        var region = await superuser.Get($"/programmes/{rollout.Programme}/hypercare", partial: true);

        Assert.Equal([3, 1, 0, 1, 0, 1, 1], page.Tiles());
        Assert.Equal(["Bosteder Nord"], page.Rows().Keys);
        Assert.Contains("Du ser 1 af 4 lokationer", page.Words, StringComparison.Ordinal);
        Assert.Equal($"hypercare/{rollout.NorthA}", page.Html.QuerySelector("#board")!.GetAttribute("data-topic"));
        Assert.Equal([3, 1, 0, 1, 0, 1, 1], region.Tiles());
    }

    [Fact]
    public async Task Out_of_scope_there_is_no_board()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        foreach (var address in new[] { $"/locations/{rollout.NorthB}/hypercare", $"/areas/{rollout.South}/hypercare", $"/waves/{rollout.Wave2}/hypercare" })
            Assert.Equal(HttpStatusCode.NotFound, (await superuser.Get(address)).Status);
    }

    [Fact]
    public async Task The_region_alone_has_no_token_and_nothing_to_type_in()
    {
        var region = await (await portal.SignIn(Role.Support)).Get($"/areas/{rollout.North}/hypercare", partial: true);

        Assert.Null(region.Token);
        Assert.Empty(region.Html.QuerySelectorAll("main, input, textarea, select"));
        Assert.Contains("HX-Request-Type", region.Headers["Vary"], StringComparison.Ordinal);
        Assert.Equal($"hypercare/{rollout.North}", region.Html.QuerySelector("#board")!.GetAttribute("data-topic"));
    }

    [Fact]
    public async Task On_the_wall_the_region_fetches_the_wall_again()
    {
        var page = await Open($"/areas/{rollout.North}/hypercare?wall=1");

        Assert.NotNull(page.Html.DocumentElement.GetAttribute("data-wall"));
        Assert.Equal($"/areas/{rollout.North}/hypercare?wall=1", page.Html.QuerySelector("#board")!.GetAttribute("hx-get"));
        Assert.Null((await Open($"/areas/{rollout.North}/hypercare")).Html.DocumentElement.GetAttribute("data-wall"));
    }

    [Theory]
    [InlineData("sv", "Nya", "Allvarligaste och nyaste")]
    [InlineData("en", "New", "Most severe and newest")]
    public async Task It_speaks_the_readers_language(string language, string figure, string list)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        manager.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await manager.Get($"/programmes/{rollout.Programme}/hypercare");

        Assert.Equal(figure, page.Html.QuerySelector(".tile > span")!.TextContent);
        Assert.Contains(list, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_leaders_to_their_own_place()
    {
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, rollout.North));

        Assert.Equal($"/areas/{rollout.North}/hypercare", (await leader.Get("/hypercare")).Location);
        Assert.Equal($"/programmes/{rollout.Programme}/hypercare", (await (await portal.SignIn(Role.Support)).Get("/hypercare")).Location);
    }

    private async Task Shows(string address, int[] figures) => Assert.Equal(figures, (await Open(address)).Tiles());

    private async Task<Answer> Open(string address) => await (await portal.SignIn(Role.RolloutManager)).Get(address);
}
