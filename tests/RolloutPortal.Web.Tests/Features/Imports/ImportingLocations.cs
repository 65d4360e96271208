using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Kind <c>locations</c>, sentence by sentence of importing.md.</summary>
public sealed class ImportingLocations(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task New_changed_and_unchanged_rows_are_stored_together_and_the_same_file_again_appends_nothing()
    {
        var csv = Files.Lines(Files.Locations, "bn01;Bosted Nørrebro;Bosteder Nord;120;udfører", "BN02;Bosted Østerbro;Bosteder Nord;60;udfører", "IX01;Nyt sted;Helt nyt område;5;begge");

        var first = await portal.Import("locations", csv);
        var events = await portal.Events();
        var again = await portal.Import("locations", csv);

        Assert.Equal((0, "1 1 1 0"), (first.Faults.Count, first.Counts()));
        Assert.Equal([new(CreatedKind.Area, "Helt nyt område")], first.Plan!.Also);
        Assert.Equal(("0 0 3 0", events), (again.Counts(), await portal.Events()));
        Assert.Equal((120, 5), ((await Row("BN01")).Users, (await Row("IX01")).Users));
    }

    [Fact]
    public async Task A_changed_row_shows_old_and_new()
    {
        var found = await portal.Check("locations", Files.Lines($"{Files.Locations};åbningstider", "BS01;Bosted Amager Øst;Bosteder Syd;41;begge;man-fre 8-16"));

        var changes = found.Plan!.Outcomes[0].Changes.Select(change => $"{change.Field}: {change.Old} > {change.New}");
        Assert.Equal(["name: Bosted Amager > Bosted Amager Øst", "users: 40 > 41", "side: provider > both", "opening_hours: 24/7 > mon-fri 08:00-16:00"], changes);
    }

    [Fact]
    public async Task A_change_holds_from_its_day_in_the_past_and_in_the_future()
    {
        await portal.Import("locations", Files.Lines($"{Files.Locations};gælder fra", "BS02;Bosted Valby;Bosteder Syd;21;udfører;2021-06-01"));
        await portal.Import("locations", Files.Lines($"{Files.Locations};gælder fra", "BS02;Bosted Valby;Bosteder Syd;25;udfører;01-09-2022"));

        var history = (await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(portal.Rollout.SouthB)).State.History!;
        Assert.Equal((20, 21, 25), (history.On(new(2021, 1, 2)).Users, history.On(new(2022, 1, 25)).Users, history.On(new(2022, 9, 1)).Users));
    }

    [Fact]
    public async Task A_row_that_is_missing_closes_nothing()
    {
        await portal.Import("locations", Files.Lines(Files.Locations, "IX05;Alene;Bosteder Nord;5;begge"));

        Assert.True((await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(portal.Rollout.NorthB)).State.History!.ClosedFrom is null);
    }

    [Fact]
    public async Task With_one_fault_nothing_is_stored()
    {
        var events = await portal.Events();
        var found = await portal.Import("locations", Files.Lines(Files.Locations, "IX07;God;Ny;5;begge", "IX08;Dårlig;Ny;-5;begge", "IX07;Igen;Ny;5;begge"));

        Assert.Equal(["line 3: users: number.not-whole", "line 4: code: code.twice"], found.Told());
        Assert.Equal(events, await portal.Events());
    }

    [Fact]
    public async Task One_fault_hides_no_other()
    {
        var found = await portal.Check("locations", Files.Lines("kode;navn;område;brugere;tidszone", "IX20;a;Ny;x;", "IX20;b;Ny;5;Europe/Nowhere", "IX21;c;;5;"));
        var named = await portal.Services.GetRequiredService<Importer>().Check(
            portal.Request("locations", Files.Lines(Files.Locations, "IX22;a;Ny;5;begge", "IX22;b;Ny;5;begge")) with { FileName = "640823-3234.csv" }, new Progress<ImportProgress>(), default);

        Assert.Equal(
            ["line 1: side: column.missing", "line 2: users: number.not-whole", "line 3: time_zone: zone.none", "line 3: code: code.twice", "line 4: area: cell.missing"],
            found.Told());
        Assert.Equal(["file: file.name-person", "line 3: code: code.twice"], named.Told());
        Assert.Equal((1, 1), (named.Count(RowOutcome.New), named.Count(RowOutcome.Fault)));
    }

    [Fact]
    public async Task What_nobody_looked_at_is_stored_as_it_has_become()
    {
        var importer = portal.Services.GetRequiredService<Importer>();
        var csv = Files.Lines(Files.Locations, "IX30;Overhalet;Bosteder Nord;5;begge");
        var (seen, unseen) = (portal.Request("locations", csv), portal.Request("locations", csv) with { IsUnseen = true });
        var found = await importer.Check(seen, new Progress<ImportProgress>(), default);
        var typed = await importer.Check(unseen, new Progress<ImportProgress>(), default);
        await portal.Import("locations", Files.Lines(Files.Locations, "IX30;Overhalet;Bosteder Nord;7;begge"));

        await importer.Store(seen, found, 0, [], new Progress<ImportProgress>(), default);
        Assert.Equal(7, (await Row("IX30")).Users);

        var stored = await importer.Store(unseen, typed, 0, [], new Progress<ImportProgress>(), default);
        Assert.Equal(("0 1 0 0", 5), (stored.Counts(), (await Row("IX30")).Users));
    }

    [Fact]
    public async Task A_doubtful_number_is_masked_wherever_it_is_told()
    {
        var found = await portal.Check("locations", Files.Lines(Files.Locations, "BN02;Sag 6408233234;Sag 6408233234;60;udfører", "6408233234;a;Ny;5;begge", "6408233234;b;Ny;5;begge"));

        var told = found.Changes(0).Select(change => change.New).Concat(CheckSummary.Of(found).Also.Select(one => one.Name)).Concat(found.Faults.SelectMany(fault => fault.Values)).ToList();
        Assert.Contains("Sag 6408**-****", told);
        Assert.DoesNotContain(told, text => text?.Contains("3234", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_column_that_is_not_there_says_nothing_and_an_empty_cell_says_none()
    {
        var silent = await portal.Check("locations", Files.Lines(Files.Locations, "BS02;Bosted Valby;Bosteder Syd;20;udfører"));
        var none = await portal.Check("locations", Files.Lines($"{Files.Locations};leverandør", "BS02;Bosted Valby;Bosteder Syd;20;udfører;"));

        Assert.DoesNotContain(silent.Plan!.Outcomes[0].Changes, change => change.Field == "provider");
        Assert.Contains(none.Plan!.Outcomes[0].Changes, change => change is { Field: "provider", Old: "Omsorg Øst", New: null });
    }

    [Fact]
    public async Task Leading_zeros_count()
    {
        var found = await portal.Import("locations", Files.Lines(Files.Locations, "007;Nul nul syv;Ny;5;begge", "7;Syv;Ny;5;begge"));

        Assert.Equal("2 0 0 0", found.Counts());
    }

    private async Task<LocationRow> Row(string code) =>
        Assert.Single(await portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = $1", default, code));
}
