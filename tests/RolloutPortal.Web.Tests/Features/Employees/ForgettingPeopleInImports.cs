using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Features.Imports;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Whoever is erased goes from files that wait, and from the names of those that were stored.</summary>
public sealed class ForgettingPeopleInImports(Portal portal) : IClassFixture<Portal>
{
    private const string Traces = "zenobia|øxenvad|zø4711";
    private const string Row = "ZØ4711;Zenobia Øxenvad;zenobia.oexenvad@e.dk;Pædagog;BN01;2022-01-01;";

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Nothing_of_a_person_waits_in_a_file()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (stored, preview) = await manager.Upload(portal, "employees", "Zenobia_Øxenvad (2).csv", Encoding.UTF8.GetBytes(Files.Lines(Files.Employees, Row)));
        await manager.Submit(preview, "form[action$='/storing']");
        var (waiting, _) = await manager.Upload(portal, "employees", Files.Employees, "N1;En anden;n1@e.dk;Leder;BN01;2022-01-01;", Row.Replace("Pædagog", "Leder"));
        var (faulty, _) = await manager.Upload(portal, "employees", $"{Files.Employees};Zenobia Øxenvad", "zø4711;Zenobia;anden@e.dk;Leder;NIX;2022-01-01;;");
        var (other, _) = await manager.Upload(portal, "employees", Files.Employees, "N2;Zen Øxen;n2@e.dk;Leder;BN01;2022-01-01;");
        Assert.NotEmpty(await Source.Holding(Traces));
        var id = (await portal.Services.GetRequiredService<EmployeeRegister>().Find(["ZØ4711"], [])).People[0].EmployeeId;

        Assert.Null(await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id));

        Assert.Empty(await Source.Holding(Traces));
        Assert.Equal(
            [ImportState.Stored, ImportState.Forgotten, ImportState.Forgotten, ImportState.Checked],
            [(await portal.Waiting(stored)).State, (await portal.Waiting(waiting)).State, (await portal.Waiting(faulty)).State, (await portal.Waiting(other)).State]);
        Assert.Contains("Filen er slettet", (await manager.Get(waiting)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zenobia", (await manager.Get($"/programmes/{portal.Rollout.Programme}/imports")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gudmund Østergård.csv", "–"), InlineData("østergård, gudmund.csv", "–"), InlineData("liste_GudmundØstergård_2.csv", "–"), InlineData("østergårdgudmund.csv", "–")]
    [InlineData("gudmund%20østergård.csv", "–"), InlineData("til g.oest@eksempel.dk.csv", "–"), InlineData("GØ98123.csv", "–")]
    [InlineData("Gudmund.csv", "Gudmund.csv"), InlineData("Gudmundsen Østergård.csv", "Gudmundsen Østergård.csv"), InlineData("GØ981234.csv", "GØ981234.csv")]
    public async Task A_file_is_no_longer_called_after_a_person(string called, string after)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await portal.Rollout.Employ(portal.Rollout.NorthA, "Gudmund Østergård", key: "GØ98123");
        await Source.Execute("update employee set email = 'g.oest@eksempel.dk' where id = $1", default, id);
        var (address, _) = await manager.Upload(portal, "employees", called, Encoding.UTF8.GetBytes(Files.Lines(Files.Employees, "N9;En niende;n9@e.dk;Leder;BN01;2022-01-01;")));

        Assert.Null(await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id));

        Assert.Equal(after, (await portal.Waiting(address)).FileName);
    }

    [Fact]
    public async Task A_file_that_nobody_has_read_ends_for_it_may_hold_the_person()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var desk = portal.Services.GetRequiredService<ImportDesk>();
        var id = await portal.Rollout.Employ(portal.Rollout.NorthA);
        var unread = Guid.CreateVersion7();
        await Source.Execute(
            """
            insert into import (id, programme_id, kind, file_name, content, state, held_until, created_by, created_at)
            values ($1, $2, 'employees', 'fil.csv', 'x', 'Checking', now() + interval '1 hour', $3, now())
            """,
            default, unread, portal.Rollout.Programme, manager.Account);

        Assert.Null(await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id));

        Assert.Equal(ImportState.Forgotten, (await desk.Find(unread, default))!.State);
        Assert.Null(await desk.Content(unread, default));
    }

    [Fact]
    public async Task A_file_whose_columns_nobody_has_named_ends_too()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await portal.Rollout.Employ(portal.Rollout.NorthA, "Yrsa Ålborg", key: "YA4711");
        var (unnamed, _) = await manager.Upload(portal, "employees", "a;b;c;d;e;f", "N3;En tredje;n3@e.dk;Leder;BN01;2022-01-01");
        var (headless, _) = await manager.Upload(portal, "employees", "YA4711;Yrsa Ålborg;ya@e.dk;Leder;BN01;2022-01-01", "N4;En fjerde;n4@e.dk;Leder;BN01;2022-01-01");
        var (places, _) = await manager.Upload(portal, "locations", "B1;yrsa ålborg;Bosteder Nord;5;begge", "B2;Sted;Bosteder Nord;5;begge");
        var (mapped, _) = await manager.Upload(portal, "employees", "YA4711;Yrsa Ålborg;b@e.dk;Leder;BN01;2022-01-01", "N5;En femte;n5@e.dk;Leder;BN01;2022-01-01");
        var columns = new[] { "work_key", "name", "email", "role", "location", "from" }.Index().ToDictionary(one => one.Index, one => one.Item);
        var answers = portal.Services.GetRequiredService<ImportAnswers>();
        Assert.True(await answers.Map(Guid.Parse(mapped.Split('/')[^1]), (await portal.Waiting(mapped)).Seen, columns, default));
        Assert.Equal(1, (await portal.Ended(mapped, ImportState.Checking)).Summary!.New);
        var (other, _) = await manager.Upload(portal, "locations", Files.Locations, "B4;Sted;Bosteder Nord;5;begge");

        Assert.Null(await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id));

        Assert.Empty(await Source.Holding("yrsa|ya4711"));
        Assert.Equal(
            [ImportState.Forgotten, ImportState.Forgotten, ImportState.Forgotten, ImportState.Forgotten, ImportState.Checked],
            [(await portal.Waiting(mapped)).State, (await portal.Waiting(unnamed)).State, (await portal.Waiting(headless)).State, (await portal.Waiting(places)).State, (await portal.Waiting(other)).State]);
    }
}
