using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Waves;

public sealed class ChoosingLocations(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Many_at_once_and_out_again()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (wave, a, b) = (await portal.Rollout.PlanWave("Bølge 20"), await Location("C01"), await Location("C02"));

        var added = await planner.Post($"/waves/{wave}/locations", Ticked(a, b));
        Assert.Equal($"/waves/{wave}/locations?done=assigned&count=2", added.Location);
        Assert.Equal("Gå til bølgen", (await planner.Get(added.Location!)).Html.QuerySelector($".notice a[href='/waves/{wave}']")!.TextContent);
        Assert.Contains("2 lokationer er føjet til bølgen.", (await planner.Get(added.Location!)).Words);
        var page = await planner.Get($"/waves/{wave}");
        Assert.Contains("2 lokationer føjet til bølgen", page.Words);
        Assert.Contains("Bosted C01, Bosted C02", page.Words);

        await planner.Post($"/waves/{wave}/locations/removals", Ticked(a), from: $"/waves/{wave}/locations");
        Assert.Equal(["Bosted C02"], await InWave(planner, wave));
        Assert.Contains("Bosted C01 taget ud af bølgen", (await planner.Get($"/waves/{wave}")).Words);
    }

    [Fact]
    public async Task Those_in_no_wave_are_offered_and_can_be_searched_for()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (wave, free) = (await portal.Rollout.PlanWave("Bølge 21"), await Location("S77"));

        var all = (await planner.Get($"/waves/{wave}/locations")).Html.QuerySelectorAll("#assign input[name='Form.LocationIds']").Select(box => box.GetAttribute("value"));
        Assert.Contains(free.ToString(), all);
        Assert.DoesNotContain(portal.Rollout.NorthA.ToString(), all);
        var found = await planner.Get($"/waves/{wave}/locations?q=s77");
        Assert.Equal([free.ToString()], found.Html.QuerySelectorAll("#assign input[name='Form.LocationIds']").Select(box => box.GetAttribute("value")));
        Assert.Contains("Ingen lokationer passer til søgningen", (await planner.Get($"/waves/{wave}/locations?q=findes+ikke")).Words);
    }

    [Fact]
    public async Task A_location_in_another_wave_is_refused_and_the_wave_is_named()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var wave = await portal.Rollout.PlanWave("Bølge 22");
        var answer = await planner.Post($"/waves/{wave}/locations", Ticked(portal.Rollout.NorthB));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Bosted Østerbro er allerede med i Bølge 2.", answer.Words);
    }

    [Fact]
    public async Task A_location_moves_from_one_wave_to_another_in_one_act_and_both_tell_it()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (from, to, moved, free) = (await portal.Rollout.PlanWave("Bølge 26"), await portal.Rollout.PlanWave("Bølge 27"), await Location("M01"), await Location("M02"));
        await planner.Post($"/waves/{from}/locations", Ticked(moved));
        var form = await planner.Get($"/waves/{to}/locations");
        Assert.Contains("Flyt hertil fra Bølge 26", form.Words);
        Assert.NotNull(form.Html.QuerySelector($"#assign input[name='Form.Moves'][value='{moved}/{from}']"));

        await planner.Post($"/waves/{to}/locations", [.. Ticked(free), Move(moved, from)]);

        Assert.Empty(await InWave(planner, from));
        Assert.Equal(["Bosted M01", "Bosted M02"], await InWave(planner, to));
        Assert.Contains("Bosted M01 taget ud af bølgen", (await planner.Get($"/waves/{from}")).Words);
        Assert.Contains("Bosted M01, Bosted M02", (await planner.Get($"/waves/{to}")).Words);
        var told = (await planner.Get($"/locations/{moved}")).Words;
        Assert.True(told.IndexOf("Føjet til Bølge 27", StringComparison.Ordinal) < told.IndexOf("Taget ud af Bølge 26", StringComparison.Ordinal));
        Assert.True(told.IndexOf("Taget ud af Bølge 26", StringComparison.Ordinal) < told.IndexOf("Føjet til Bølge 26", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_saw_it_in_another_wave_hears_where_it_is_now_and_a_live_one_stays()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (seen, now, to, location) = (await portal.Rollout.PlanWave("Bølge 28a"), await portal.Rollout.PlanWave("Bølge 28b"), await portal.Rollout.PlanWave("Bølge 28c"), await Location("M03"));
        await planner.Post($"/waves/{now}/locations", Ticked(location));

        Assert.Contains("Bosted M03 er allerede med i Bølge 28b.", (await planner.Post($"/waves/{to}/locations", [Move(location, seen)])).Words);
        var live = await planner.Post($"/waves/{to}/locations", [Move(portal.Rollout.NorthA, portal.Rollout.Wave1)]);
        Assert.Contains("Lokationen blev idriftsat 17. jan. 2022", live.Words);
        Assert.Empty(await InWave(planner, to));
    }

    [Fact]
    public async Task Of_two_moves_at_once_one_is_made()
    {
        var planners = new[] { await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager) };
        for (var round = 0; round < 5; round++)
        {
            var (from, location) = (await portal.Rollout.PlanWave($"Bølge 4{round}"), await Location($"P{round:00}"));
            await planners[0].Post($"/waves/{from}/locations", Ticked(location));
            var waves = new[] { await portal.Rollout.PlanWave($"Bølge 4{round}a"), await portal.Rollout.PlanWave($"Bølge 4{round}b") };

            var answers = await Task.WhenAll(planners.Zip(waves, (planner, wave) => planner.Post($"/waves/{wave}/locations", [Move(location, from)])));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
            Assert.Empty(await InWave(planners[0], from));
            var inside = new[] { await InWave(planners[0], waves[0]), await InWave(planners[0], waves[1]) };
            Assert.Equal($"Bosted P{round:00}", Assert.Single(inside.SelectMany(names => names)));
        }
    }

    [Fact]
    public async Task Of_two_planners_at_once_one_gets_the_location_and_the_other_hears_who_has_it()
    {
        var planners = new[] { await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager) };
        for (var round = 0; round < 5; round++)
        {
            var location = await Location($"R{round:00}");
            var waves = new[] { await portal.Rollout.PlanWave($"Bølge 3{round}a"), await portal.Rollout.PlanWave($"Bølge 3{round}b") };
            var answers = await Task.WhenAll(planners.Zip(waves, (planner, wave) => planner.Post($"/waves/{wave}/locations", Ticked(location))));

            var refused = Assert.Single(answers, answer => answer.Status == HttpStatusCode.UnprocessableEntity);
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
            Assert.Contains($"Bosted R{round:00} er allerede med i Bølge 3{round}{(answers[0] == refused ? 'b' : 'a')}.", refused.Words);
        }
    }

    [Fact]
    public async Task Nothing_ticked_is_said_and_ticks_are_kept_when_something_is_wrong()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (wave, free) = (await portal.Rollout.PlanWave("Bølge 23"), await Location("T01"));

        Assert.Contains("Vælg mindst én lokation", (await planner.Post($"/waves/{wave}/locations")).Words);
        var refused = await planner.Post($"/waves/{wave}/locations", Ticked(free, portal.Rollout.NorthB));
        Assert.True(refused.Html.QuerySelector($"#assign input[value='{free}']")!.HasAttribute("checked"));
        Assert.Empty(await InWave(planner, wave));
    }

    [Fact]
    public async Task Locations_of_nowhere_are_refused()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Post($"/waves/{await portal.Rollout.PlanWave("Bølge 24")}/locations", Ticked(Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task A_live_location_stays()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Post(
            $"/waves/{portal.Rollout.Wave1}/locations/removals", Ticked(portal.Rollout.NorthA), from: $"/waves/{portal.Rollout.Wave1}/locations");

        Assert.Contains("Lokationen blev idriftsat 17. jan. 2022", answer.Words);
    }

    private async Task<Guid> Location(string code)
    {
        var id = Guid.CreateVersion7();
        var described = new LocationDescription($"Bosted {code}", portal.Rollout.North, 10, Side.Provider, "", "Europe/Copenhagen", null);
        await portal.Rollout.Do<Location, LocationEvent>(id, l => l.Open(new OpenLocation(id, portal.Rollout.Programme, code, described, new DateOnly(2021, 1, 1))));
        return id;
    }

    private static async Task<IEnumerable<string>> InWave(Browser browser, Guid wave) =>
        (await browser.Get($"/waves/{wave}")).Html.QuerySelectorAll("#wave tbody th a").Select(link => link.TextContent);

    private static KeyValuePair<string, string> Move(Guid location, Guid from) => KeyValuePair.Create("Form.Moves", $"{location}/{from}");

    private static IEnumerable<KeyValuePair<string, string>> Ticked(params Guid[] locations) =>
        locations.Select(id => KeyValuePair.Create("Form.LocationIds", id.ToString()));
}
