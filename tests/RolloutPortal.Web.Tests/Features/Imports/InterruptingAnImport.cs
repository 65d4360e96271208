using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>A running import that somebody cancels, on whatever node and at whatever moment.</summary>
public sealed class InterruptingAnImport(Portal portal) : IClassFixture<Portal>
{
    private const int Rows = 4_000;

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private ImportDesk Desk => portal.Services.GetRequiredService<ImportDesk>();

    private ImportAnswers Answers => portal.Services.GetRequiredService<ImportAnswers>();

    private ImportEndings Endings => portal.Services.GetRequiredService<ImportEndings>();

    [Fact]
    public async Task What_another_node_does_is_shown_here_and_can_be_cancelled_here()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await Elsewhere(manager, ImportState.Checking, ImportPhase.Reading, rows: 12_345);
        var address = $"/programmes/{portal.Rollout.Programme}/imports/{id}";

        var page = await manager.Get(address);
        Assert.Contains("Læser filen: 12.345 rækker", page.Words, StringComparison.Ordinal);
        Assert.Contains("Kontrolleres", (await manager.Get($"/programmes/{portal.Rollout.Programme}/imports", partial: true)).Words, StringComparison.Ordinal);
        await manager.Submit(page, "form[action$='/cancellation']");

        Assert.Contains("Importen er annulleret", (await manager.Get(address)).Words, StringComparison.Ordinal);
        Assert.False(await Desk.Tell(id, await portal.Check("employees", Files.People(10)), hasMoved: false, default));
        Assert.Equal((ImportState.Cancelled, 0L), ((await Desk.Find(id, default))!.State, await Source.Scalar<long>("select count(*) from import_line where import_id = $1", default, id)));
        Assert.Null(await Desk.Content(id, default));
    }

    [Fact]
    public async Task Cancelled_in_the_last_moment_nothing_of_it_is_stored()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await Elsewhere(manager, ImportState.Storing, ImportPhase.Storing, Rows);
        var request = portal.Request("employees", Files.People(10, "L")) with { ImportId = id };
        var (importer, before) = (portal.Services.GetRequiredService<Importer>(), await portal.Events());
        var found = await importer.Check(request, new Progress<ImportProgress>(), default);

        Assert.True(await Endings.Cancel(id, Guid.CreateVersion7(), default));
        await Assert.ThrowsAsync<OvertakenException>(() => importer.Store(request, found, 0, ImportEndings.Stored(id), new Progress<ImportProgress>(), default));

        Assert.Equal((before, 0L), (await portal.Events(), await Source.Scalar<long>("select count(*) from employee where work_key like 'L%'")));
    }

    [Fact]
    public async Task Cancelled_while_it_is_compared_nothing_of_it_is_stored()
    {
        var (address, id) = await Ready("R");
        await using (await HeldTable.Of(Source, "employee"))
        {
            await Store(id);
            await Soon.Is(() => portal.Waiting(address), import => import.Phase is ImportPhase.Comparing);
            Assert.True(await Endings.Cancel(id, Guid.CreateVersion7(), default));
        }

        Assert.Equal((ImportState.Cancelled, 0L), ((await portal.Ended(address, ImportState.Storing)).State, await People("R")));
    }

    [Fact]
    public async Task Cancelled_when_it_has_been_written_and_only_waits_for_its_end_all_of_it_is_stored()
    {
        var (address, id) = await Ready("S");
        Task<bool> cancelling;
        await using (var held = await HeldTable.Of(Source, "import_line"))
        {
            await Store(id);
            await held.Reached("delete from import_line where import_id = $1");
            cancelling = Endings.Cancel(id, Guid.CreateVersion7(), default);
            await held.Reached("Cancelled");
        }

        Assert.False(await cancelling);
        Assert.Equal((ImportState.Stored, Rows), ((await portal.Ended(address, ImportState.Storing)).State, await People("S")));
        Assert.False(await Endings.Cancel(id, Guid.CreateVersion7(), default));
    }

    /// <summary>A file that has been checked.</summary>
    private async Task<(string Address, Guid Id)> Ready(string key)
    {
        var (address, _) = await (await portal.SignIn(Role.RolloutManager)).Upload(portal, "employees", "fil.csv", Encoding.UTF8.GetBytes(Files.People(Rows, key)));
        return (address, (await portal.Ended(address, ImportState.Checking)).ImportId);
    }

    private async Task Store(Guid id)
    {
        var waiting = (await Desk.Find(id, default))!;
        // Somebody has taken an answer back that whoever stores it has seen.
        Assert.False(await Answers.AskToStore(id, waiting.Digest, ["2/name"], default));
        Assert.True(await Answers.AskToStore(id, waiting.Digest, waiting.Accepted, default));
        portal.Services.GetRequiredService<ImportRunner>().Wake();
    }

    private Task<long> People(string key) => Source.Scalar<long>("select count(*) from employee where work_key ~ $1", default, $"^{key}[0-9]");

    /// <summary>An import that another node has in its hands.</summary>
    private async Task<Guid> Elsewhere(Browser manager, ImportState state, ImportPhase phase, int rows)
    {
        var id = Guid.CreateVersion7();
        await Source.Execute(
            """
            insert into import (id, programme_id, kind, file_name, state, phase, row_count, node, held_until, created_by, created_at)
            values ($1, $2, 'employees', 'fil.csv', $3, $4, $5, $6, now() + interval '1 hour', $7, $8)
            """,
            default, id, portal.Rollout.Programme, $"{state}", $"{phase}", rows, Guid.NewGuid(), manager.Account, portal.Now());
        return id;
    }
}
