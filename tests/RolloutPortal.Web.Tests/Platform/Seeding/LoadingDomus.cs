using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Origin;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Seeding.Story;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Tests.Platform.Seeding;

public sealed partial class LoadingDomus(Domus domus, ITestOutputHelper output) : IClassFixture<Domus>
{
    private static readonly DateOnly Today = Domus.Files.LastDay;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_early_locations_and_nine_monthly_waves_of_7500_users()
    {
        var waves = (await domus.Read.All<WaveRow>(Ct)).OrderBy(wave => wave.Number).ToList();
        var locations = (await There()).ToLookup(location => location.WaveId);

        Assert.Equal(10, waves.Count);
        var early = Assert.Single(waves, wave => wave.Early);
        Assert.Equal(10, locations[early.WaveId].Count());
        var full = waves.Where(wave => !wave.Early).ToList();
        Assert.Equal(7_500, full.SelectMany(wave => locations[wave.WaveId]).Sum(location => location.Users));
        Assert.Equal(Enumerable.Range(0, 9).Select(month => (new DateOnly(2021, 10, 1).AddMonths(month).Year, new DateOnly(2021, 10, 1).AddMonths(month).Month)),
            full.Select(wave => (wave.GoLive!.Value.Year, wave.GoLive.Value.Month)));
        Assert.Empty(locations[null]);
    }

    [Fact]
    public async Task What_changes_in_the_organisation_is_there_ahead_of_its_day_and_not_before_it()
    {
        var ids = Domus.Files.Ids;
        var rows = (await domus.Read.All<LocationRow>(Ct)).ToDictionary(row => row.Code);
        var named = (await domus.Read.Get<AreaRow>(ids.Area("Rusmiddelbehandling"), Ct))!.Days;
        var (split, moved, renamed) = (rows["MV-02"], rows["SP-14"], rows["AS-10"]);

        Assert.Equal(("Rusmiddelbehandling", "Rusmiddel og efterværn"), (named.On(Today), named.On(new(2022, 2, 1))));
        Assert.Equal((LocationEnding.Split, new DateOnly(2022, 3, 1)), (split.Ending!.Value, split.ClosedFrom!.Value));
        Assert.Equal([rows["MV-14"].LocationId, rows["MV-15"].LocationId], split.SuccessorIds);
        Assert.Equal(split.Users, rows["MV-14"].Users + rows["MV-15"].Users);
        Assert.Equal([ids.Area("Socialpsykiatri"), ids.Area("Aktivitet og samvær")], moved.AreaIds);
        Assert.True(moved.Starts[1] > Today && renamed.Starts[1] <= Today);
        Assert.Equal(new DateOnly(2022, 7, 1), rows["HU-06"].ClosedFrom);
        Assert.Equal(Domus.Files.Locations.Count, (await There()).Count);
    }

    [Fact]
    public async Task Tickets_follow_the_expected_curve_week_by_week()
    {
        var troubled = Domus.Files.Tickets.Troubles.Select(row => Domus.Files.Ids.Location(row.Text("location"))).ToHashSet();
        var live = (await There()).Where(row => row.LiveOn is not null && !troubled.Contains(row.LocationId)).ToDictionary(row => row.LocationId);
        var counted = (await domus.Read.All<TicketRow>(Ct)).Where(row => live.ContainsKey(row.LocationId) && HypercareCount.Includes(row.Kind, row.Status))
            .ToLookup(row => (DateOnly.FromDateTime(Zones.ToLocal(row.LoggedAt, "Europe/Copenhagen").DateTime).DayNumber - live[row.LocationId].LiveOn!.Value.DayNumber) / 7);

        for (var week = 0; week < 8; week++)
        {
            var expected = live.Values.Where(row => row.LiveOn!.Value.AddDays(7 * (week + 1)) <= Today)
                .Sum(row => TicketCurve.Default.ExpectedPerHundredUsers(week) * row.Users / 100);
            var actual = counted[week].Count(row => live[row.LocationId].LiveOn!.Value.AddDays(7 * (week + 1)) <= Today);
            Assert.InRange(actual, (expected * .75) - (3 * Math.Sqrt(expected)), (expected * 1.25) + (3 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public async Task On_the_demos_morning_there_is_work_to_do()
    {
        var open = (await domus.Read.All<TicketRow>(Ct)).Where(row => row.IsOpen).ToList();

        Assert.InRange(open.Count, 60, 140);
        Assert.InRange(open.Count(row => row.Severity is Severity.S1), 1, 2);
        Assert.InRange(open.Count(row => row.Severity is Severity.S2), 4, 25);
        Assert.Contains(open, row => row.LoggedAt > Domus.Files.Clock.AddHours(-2));
        Assert.Contains(open, row => !row.DuringHypercare);
        Assert.All(open, row => Assert.True(row.LastChangedAt < Domus.Files.Clock));
    }

    [Fact]
    public async Task Every_value_of_the_files_has_its_mark_in_the_portal()
    {
        var noted = (await domus.Read.All<SourceRow>(Ct)).ToDictionary(row => (row.SubjectId, row.Field));

        foreach (var (subject, marks) in Marking.Of(Domus.Files))
            foreach (var mark in marks)
                Assert.Equal((mark.Source, mark.Reference), (noted[(subject, mark.Field)].Source, noted[(subject, mark.Field)].Reference));
        Assert.Equal(Marking.Of(Domus.Files).Sum(thing => thing.Marks.Count), noted.Count);
    }

    [Fact]
    public async Task No_text_names_anybody_or_holds_a_number_or_an_address()
    {
        var texts = await domus.Read.Query("select body from text", row => row.GetString(0), Ct);
        var names = Domus.Files.Accounts.Select(row => row.Text("name")).ToList();

        Assert.True(texts.Count > 5_000);
        Assert.All(texts, text =>
        {
            Assert.DoesNotMatch(LongNumber(), text);
            Assert.DoesNotContain('@', text);
            Assert.DoesNotContain(names, name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task What_happened_stands_in_the_log_at_its_time()
    {
        var late = await domus.Read.Query(
            """
            select timestamp - (data->>'LoggedAt')::timestamptz from mt_events where type = 'ticket_logged'
            """,
            row => row.GetTimeSpan(0), Ct);

        Assert.All(late, each => Assert.InRange(each, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        var without = await domus.Read.Query(
            "select type from mt_events where headers->>'by' is null and type like 'ticket%' or correlation_id is distinct from 'seed:domus'", row => row.GetString(0), Ct);
        Assert.Empty(without);
    }

    [Fact]
    public async Task A_visitor_can_be_anybody_of_the_demo()
    {
        var people = await domus.Factory.Services.GetRequiredService<DemoAccounts>().All(Ct);

        Assert.Equal(Enum.GetValues<Role>().Order(), people.Select(one => one.Grant.Role).Distinct().Order());
        Assert.Equal([ScopeKind.Programme, ScopeKind.Area, ScopeKind.Location], people.Where(one => one.Grant.Role is Role.Leader).Select(one => one.Grant.ScopeKind));
        Assert.Contains(people, one => one is { Grant.Role: Role.Superuser, Place: "Bosted Lindegården" });
    }

    [Fact]
    public async Task Loaded_once_more_nothing_changes()
    {
        var before = await domus.Store.Head(Ct);
        await domus.Scenarios.Load(Domus.Name, new Progress(), Ct);

        Assert.Equal(before, await domus.Store.Head(Ct));
        Assert.Null(await domus.Scenarios.Due(Domus.Name, Ct));
    }

    [Fact]
    public async Task The_log_and_every_table_agree()
    {
        Assert.Empty(await new LogCheck(domus.Store).Run(ct: Ct));
        output.WriteLine($"Loaded in {domus.Duration.TotalSeconds:0.0} s, interrupted once.");
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex LongNumber();

    private async Task<IReadOnlyList<LocationRow>> There() => [.. (await domus.Read.All<LocationRow>(Ct)).Where(row => row.Since <= Today)];
}
