using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>What is stored is what its user looked at, also where two look at one file.</summary>
public sealed class StoringWhatWasSeen(Portal portal) : IClassFixture<Portal>
{
    private const string Headers = $"{Files.Locations};titel";

    [Fact]
    public async Task Columns_that_somebody_else_mapped_meanwhile_are_shown_before_they_are_stored()
    {
        var (first, second) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager));
        var (address, seen) = await first.Upload(portal, "locations", Headers, "B610;Et navn;Nord;5;begge;Et andet");
        await second.Submit(await second.Get(address), "form[action$='/columns']", ("column[1]", ""), ("column[5]", "name"));

        Assert.Equal(HttpStatusCode.Conflict, (await first.Submit(seen, "form[action$='/storing']")).Status);
        var again = await first.Get(address);

        Assert.Contains("Noget er ændret, siden du så filen", again.Words, StringComparison.Ordinal);
        Assert.Equal((ImportState.Checked, 0), ((await portal.Waiting(address)).State, (await Named("B610")).Count));
        await first.Submit(again, "form[action$='/storing']");
        Assert.Equal(["Et andet"], await Named("B610"));
    }

    [Fact]
    public async Task Whoever_maps_columns_after_somebody_else_is_told_and_keeps_what_was_chosen()
    {
        var (first, second) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager));
        var (address, seen) = await first.Upload(portal, "locations", $"{Headers};y", "B611;Et navn;Nord;5;begge;Et andet;");
        var other = await second.Get(address);
        (string, string)[] theirs = [("column[1]", ""), ("column[5]", "name")];
        Assert.Equal(HttpStatusCode.SeeOther, (await second.Submit(other, "form[action$='/columns']", theirs)).Status);

        var lost = await first.Submit(seen, "form[action$='/columns']", ("column[3]", ""));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Det er ændret, mens du så på det", lost.Words, StringComparison.Ordinal);
        Assert.Equal(("name", null), (Chosen(lost, 1), Chosen(lost, 3)));
        Assert.Equal("name", (await portal.Waiting(address)).Headers[5].Field);
        // The same form twice asks for what is so already.
        Assert.Equal(HttpStatusCode.SeeOther, (await second.Submit(other, "form[action$='/columns']", theirs)).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await first.Submit(lost, "form[action$='/columns']")).Status);
        Assert.Equal(("name", null), ((await portal.Waiting(address)).Headers[1].Field, (await portal.Waiting(address)).Headers[3].Field));
    }

    [Fact]
    public async Task What_was_cancelled_meanwhile_is_neither_mapped_nor_stored_and_that_is_told()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, seen) = await manager.Upload(portal, "locations", $"{Headers};z", "B612;Et navn;Nord;5;begge;Et andet;");
        await manager.Submit(seen, "form[action$='/cancellation']");

        foreach (var act in new[] { "columns", "storing" })
        {
            var lost = await manager.Submit(seen, $"form[action$='/{act}']");
            Assert.Equal(HttpStatusCode.Conflict, lost.Status);
            Assert.Contains("Det er ændret, mens du så på det", lost.Words, StringComparison.Ordinal);
        }

        Assert.Equal(ImportState.Cancelled, (await portal.Waiting(address)).State);
    }

    [Fact]
    public async Task A_remembered_mapping_takes_nothing_from_the_portals_own_headers()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (_, preview) = await manager.Upload(portal, "locations", $"{Headers};x", "B620;Et navn;Nord;5;begge;Et andet;");
        await manager.Submit(preview, "form[action$='/columns']", ("column[1]", ""), ("column[5]", "name"));

        var (_, next) = await manager.Upload(portal, "locations", $"{Headers};x", "B621;Det rigtige;Nord;5;begge;Et andet;");
        await manager.Submit(next, "form[action$='/storing']");

        Assert.Equal(["Det rigtige"], await Named("B621"));
    }

    [Fact]
    public async Task The_values_of_new_rows_are_part_of_what_was_seen()
    {
        var one = await portal.Check("locations", Files.Lines(Files.Locations, "B630;Et navn;Nord;5;begge"));
        var same = await portal.Check("locations", Files.Lines(Files.Locations, "B630;Et navn;Nord;5;begge"));
        var other = await portal.Check("locations", Files.Lines(Files.Locations, "B630;Et andet;Nord;5;begge"));

        Assert.Equal(one.Digest(), same.Digest());
        Assert.NotEqual(one.Digest(), other.Digest());
    }

    private static string? Chosen(Answer page, int column) => page.Html.QuerySelector($"#column-{column} option[selected]")?.GetAttribute("value");

    private async Task<List<string>> Named(string code) =>
        (await portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = $1", default, code)).ConvertAll(row => row.Name);
}
