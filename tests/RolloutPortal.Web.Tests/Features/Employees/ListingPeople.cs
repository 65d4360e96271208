using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Order, pages and counts of many people, each in a programme of its own.</summary>
public sealed class ListingPeople(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Alphabet = ["Östen", "Åse", "Øyvind", "anna", "Aage", "Æble", "Änglamark", "Zenia", "Vera", "Walther", "Anders", "Andreas", "Ole-Bo", "Ole Bo"];

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    [Theory]
    [InlineData("da", "Zenia Æble Änglamark Östen Øyvind Aage Åse")]
    [InlineData("sv", "Zenia Åse Æble Änglamark Östen Øyvind")]
    [InlineData("en", "Aage Anders Andreas Änglamark anna Åse")]
    public async Task Names_stand_as_in_the_readers_alphabet(string language, string row)
    {
        var (programme, _, location) = await portal.Rollout.FoundAnother($"Alfabet {language}", $"AL{language}");
        foreach (var name in Alphabet) await portal.Rollout.Employ(location, name);
        var reader = await Speaking(language, programme);
        var shown = await Names(reader, $"/programmes/{programme}/employees");

        Assert.Equal(Alphabet.Order(StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: false)), shown);
        Assert.Equal(shown.AsEnumerable().Reverse(), await Names(reader, $"/programmes/{programme}/employees?sort=-name"));
        Assert.Equal(row.Split(' '), shown.Where(row.Split(' ').Contains));
    }

    [Fact]
    public async Task Each_line_is_on_one_page_whatever_the_order()
    {
        var (programme, _, location) = await portal.Rollout.FoundAnother("Sider", "SID");
        await Employ(location, 130);
        var manager = await Speaking("da", programme);
        var all = await Pages(manager, programme, "name");

        Assert.Equal(130, all.Distinct().Count());
        foreach (var sort in new[] { "-name", "key", "-key", "role", "-role", "location", "-location", "from", "-from", "to", "-to" })
            Assert.Equal(all.Order(), (await Pages(manager, programme, sort)).Order());
        Assert.Equal(all, await Pages(manager, programme, "name"));
    }

    [Theory]
    [InlineData("role", "role")]
    [InlineData("-role", "role desc")]
    [InlineData("from", "from_day")]
    [InlineData("-to", "coalesce(to_day, 'infinity') desc")]
    public async Task Equal_values_are_ordered_by_name_and_equal_names_by_person(string sort, string order)
    {
        var (programme, _, location) = await portal.Rollout.FoundAnother($"Lige {sort}", "LIGE");
        await Employ(location, 130);
        var expected = await Source.Rows(
            $"""select p.period_id from employee_period p join employee e on e.id = p.employee_id where location_id = $1 order by {order}, e.name collate "da-x-icu", e.id""",
            row => $"period-{row.GetGuid(0)}", default, location);

        Assert.Equal(expected, await Pages(await Speaking("da", programme), programme, sort));
    }

    [Fact]
    public async Task Whoever_sees_one_area_pages_through_that_alone()
    {
        var (programme, area, location) = await portal.Rollout.FoundAnother("Omfang", "OMF");
        await Employ(location, 60);
        await Employ(portal.Rollout.NorthA, 5);
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, area));
        var pages = await Pages(leader, programme, "location");

        Assert.Equal(60, pages.Count);
        Assert.Empty(await Names(leader, $"/programmes/{portal.Rollout.Programme}/employees"));
        Assert.Contains("60 medarbejdere", (await leader.Get($"/programmes/{programme}/employees?page=99")).Words);
        Assert.Equal(10, (await Names(leader, $"/programmes/{programme}/employees?page=99")).Count);
    }

    private async Task<Browser> Speaking(string language, Guid programme)
    {
        var manager = await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Programme, programme));
        await manager.Post("/language", [new("language", language)], from: "/me");
        return manager;
    }

    /// <summary>Ten names, three roles and four days among them.</summary>
    private Task Employ(Guid location, int people) => Source.Execute(
        """
        with new as (
            insert into employee (id, key, work_key, name, email, created_at)
            select gen_random_uuid(), n.key, n.key, 'Navn ' || n.number % 10, n.key || '@eksempel.invalid', now()
            from (select number, upper(replace(gen_random_uuid()::text, '-', '')) as key from generate_series(1, $2) number) n
            returning id, name, key)
        insert into employee_period (period_id, employee_id, name, key, location_id, role, from_day, to_day, recorded_from)
        select gen_random_uuid(), id, name, key, $1, (array['Leder', 'Pædagog', 'Vikar'])[1 + abs(hashtext(id::text)) % 3],
            date '2021-01-01' + abs(hashtext(id::text)) % 4, case when right(name, 1) = '3' then date '2022-12-01' end, now()
        from new
        """, default, location, people);

    private static async Task<List<string>> Pages(Browser browser, Guid programme, string sort)
    {
        var found = new List<string>();
        for (var page = 1; page == 1 || found.Count == (page - 1) * 50; page++)
            found.AddRange((await browser.Get($"/programmes/{programme}/employees?sort={sort}&page={page}")).Html.QuerySelectorAll("tr[id^=period-]").Select(row => row.Id!));
        return found;
    }

    private static async Task<List<string>> Names(Browser browser, string url) =>
        [.. (await browser.Get(url)).Html.QuerySelectorAll("#employees tbody th").Select(name => name.TextContent.Trim())];
}
