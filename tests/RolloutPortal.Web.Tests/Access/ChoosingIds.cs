using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Forms carry the id of what they make. Whatever id somebody puts there, it is no way to what belongs to others.</summary>
public sealed class ChoosingIds(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;
    private readonly (Guid Programme, Guid Area, Guid Module, Guid Provider, Guid Location, Guid Wave) others =
        (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public async Task Whatever_id_is_posted_where_no_right_is_gained_and_no_page_fails()
    {
        await LoadOthers();
        var ticket = await portal.Log(others.Location, portal.Now());
        var planner = await portal.SignIn(Role.RolloutManager);
        Guid[] ids =
        [
            Guid.Empty, planner.Account, ticket, others.Programme, others.Area, others.Module, others.Provider, others.Location, others.Wave,
            rollout.Programme, rollout.North, rollout.Medicine, rollout.Provider, rollout.NorthA, rollout.Wave1,
        ];

        foreach (var id in ids)
            foreach (var (address, fields) in Forms(id))
            {
                var answer = await planner.Post(address, fields, from: $"/programmes/{rollout.Programme}/areas");
                Assert.True(answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"{address} {id}: {answer.Status}");
            }

        foreach (var address in Pages((others.Programme, others.Area, others.Location, others.Wave)).Append($"/tickets/{ticket}"))
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await planner.Get(address)).Status));
        await AllIsWell();
    }

    [Fact]
    public async Task A_leader_is_not_shut_out_of_an_area_by_anothers_form()
    {
        var (planner, leader) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, rollout.North)));

        await planner.Post($"/programmes/{rollout.Programme}/waves", [new("Form.WaveId", $"{rollout.North}"), new("Form.Name", "Bølge 9"), new("Form.Number", "9")], from: $"/programmes/{rollout.Programme}/areas");

        Assert.Equal(HttpStatusCode.OK, (await leader.Get($"/areas/{rollout.North}/hypercare")).Status);
    }

    [Fact]
    public async Task A_form_sent_twice_adds_once_and_other_words_under_its_id_are_refused_with_a_fresh_one()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = await planner.Get($"/programmes/{rollout.Programme}/areas");
        var first = await planner.Submit(page, ".name-form[action$='/areas']", ("Name", "Bosteder Øst"));
        var again = await planner.Submit(page, ".name-form[action$='/areas']", ("Name", "Bosteder Øst"));
        var other = await planner.Submit(page, ".name-form[action$='/areas']", ("Name", "Bosteder Vest"));
        var added = await planner.Submit(other, ".name-form[action$='/areas']");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, again.Status));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (other.Status, added.Status));
        var names = (await Rows<AreaRow>()).Select(row => row.Names[0]).Where(name => name.EndsWith('t') && name.StartsWith("Bosteder", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(["Bosteder Vest", "Bosteder Øst"], names);
    }

    [Fact]
    public void An_id_that_the_fold_meets_in_two_programmes_stays_with_the_first()
    {
        var row = AreaRow.Fold(null, new AreaAdded(rollout.Programme, rollout.North, "Nord"), rollout.North);

        Assert.Equal(row, AreaRow.Fold(row, new AreaAdded(others.Programme, rollout.North, "Stjålet"), rollout.North));
        Assert.Equal(row, AreaRow.Fold(row, new AreaRenamed(others.Programme, rollout.North, "Stjålet"), rollout.North));
    }

    [Fact]
    public async Task Ids_that_an_earlier_version_gave_are_kept_when_the_portal_starts()
    {
        var source = portal.Services.GetRequiredService<NpgsqlDataSource>();
        await source.Execute("delete from mt_streams where version = 0");
        await source.Execute("delete from setting where name = 'ids.kept'");
        await using var node = new PortalFactory(portal.ConnectionString);

        Assert.NotNull(node.Services);

        Assert.Equal(0, await source.Scalar<long>(
            """
            select count(*) from (select area_id as id, 'area' as type from area_row union all select module_id, 'module' from module_row union all select provider_id, 'provider' from provider_row) t
            where not exists (select from mt_streams s where s.id = t.id and s.type = t.type)
            """));
    }

    private IEnumerable<(string Address, KeyValuePair<string, string>[] Fields)> Forms(Guid id)
    {
        foreach (var kind in new[] { "areas", "modules", "providers" })
            yield return ($"/programmes/{rollout.Programme}/{kind}", [new("Id", $"{id}"), new("Name", $"Taget {kind}")]);
        yield return ($"/programmes/{rollout.Programme}/waves", [new("Form.WaveId", $"{id}"), new("Form.Name", "Taget"), new("Form.Number", "9"), new("Form.Weeks", "6")]);
        yield return ($"/programmes/{rollout.Programme}/locations",
        [
            new("Form.LocationId", $"{id}"), new("Form.Code", "T1"), new("Form.Name", "Taget"), new("Form.AreaId", $"{rollout.North}"), new("Form.Users", "5"),
            new("Form.Side", "Provider"), new("Form.OpeningHours", "24/7"), new("Form.TimeZone", "Europe/Copenhagen"), new("Form.From", "2022-01-01"),
        ]);
    }

    private static IEnumerable<string> Pages((Guid Programme, Guid Area, Guid Location, Guid Wave) of) =>
    [
        $"/programmes/{of.Programme}/hypercare", $"/programmes/{of.Programme}/hypercare?by=wave", $"/programmes/{of.Programme}/tickets", $"/programmes/{of.Programme}/rollout",
        $"/areas/{of.Area}/hypercare", $"/waves/{of.Wave}", $"/waves/{of.Wave}/hypercare", $"/locations/{of.Location}", $"/locations/{of.Location}/hypercare",
    ];

    private async Task AllIsWell()
    {
        var administrator = await portal.SignIn(Role.Administrator);
        foreach (var address in Pages((others.Programme, others.Area, others.Location, others.Wave)).Concat(Pages((rollout.Programme, rollout.North, rollout.NorthA, rollout.Wave1))))
            Assert.Equal((address, HttpStatusCode.OK), (address, (await administrator.Get(address)).Status));
        Assert.Equal(others.Programme, (await Rows<AreaRow>()).Single(row => row.AreaId == others.Area).ProgrammeId);
        Assert.Equal(others.Programme, (await Rows<ModuleRow>()).Single(row => row.ModuleId == others.Module).ProgrammeId);
        Assert.Equal(others.Programme, (await Rows<ProviderRow>()).Single(row => row.ProviderId == others.Provider).ProgrammeId);
        Assert.Equal(others.Programme, (await Rows<LocationRow>()).Single(row => row.LocationId == others.Location).ProgrammeId);
        Assert.Empty(await new LogCheck(portal.Services.GetRequiredService<EventStore.Store>()).Run(ct: TestContext.Current.CancellationToken));
    }

    private Task<List<T>> Rows<T>() where T : class, EventStore.ReadModels.IReadModel<T> =>
        portal.Services.GetRequiredService<ReadTables>().All<T>(TestContext.Current.CancellationToken);

    private async Task LoadOthers()
    {
        var (programme, area, module, provider, location, wave) = others;
        await rollout.Do<Programme, ProgrammeEvent>(programme, p => p.Found(new FoundProgramme(programme, "VIVA", "sv", "SE", "Europe/Stockholm", "SEK")));
        await rollout.Do<Programme, ProgrammeEvent>(programme, p => p.AddArea(area, "Hemtjänst"));
        await rollout.Do<Programme, ProgrammeEvent>(programme, p => p.AddModule(module, "Schema"));
        await rollout.Do<Programme, ProgrammeEvent>(programme, p => p.AddProvider(provider, "Omsorg Väst"));
        await rollout.Do<Location, LocationEvent>(location, l => l.Open(new OpenLocation(
            location, programme, "HV01", new LocationDescription("Hemtjänst Väst", area, 30, Side.Provider, "24/7", "Europe/Stockholm", provider), new DateOnly(2021, 1, 1))));
        await rollout.Do<Wave, WaveEvent>(wave, w => w.Create(new CreateWave(wave, programme, "Våg 1", 1, Early: false)));
        await rollout.Do<Wave, WaveEvent>(wave, w => w.Schedule(SmallRollout.GoesLive, hypercareWeeks: 6));
        await rollout.Do<Wave, WaveEvent>(wave, w => w.Assign(location));
    }
}
