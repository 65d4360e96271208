using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>The portal ends in the middle of an import: by <c>kill -9</c>, and as an operator ends it. What was begun goes on after the next
/// start; nothing is ever half there.</summary>
public sealed class KillingAnImport(Server server) : IAsyncLifetime
{
    private const int Rows = 12_000;

    private readonly Dictionary<string, string> settings = [];
    private SecondNode node = null!;
    private SmallRollout rollout = null!;

    private NpgsqlDataSource Source => node.Database.Source;

    private ImportDesk Desk => node.Get<ImportDesk>();

    public async ValueTask InitializeAsync()
    {
        settings["ConnectionStrings__Portal"] = await server.Postgres.NewDatabase();
        settings["Portal__Clock"] = SmallRollout.Morning.ToString("O");
        node = await SecondNode.Open(settings);
        rollout = new SmallRollout(node.Get<IServiceProvider>());
        await rollout.Load();
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await server.Postgres.DropDatabase(settings["ConnectionStrings__Portal"]);
    }

    [Fact]
    public async Task Killed_while_it_reads_and_while_it_stores_it_goes_on_and_nothing_is_half_there()
    {
        await using var portal = new PortalProcess(settings);
        await portal.Start();
        var id = await Put();
        await Until(id, import => import.Phase is ImportPhase.Reading or ImportPhase.Comparing);
        await portal.Kill();
        Assert.Equal((ImportState.Checking, 0L), ((await Find(id)).State, await People()));

        await GoOn(id, portal);
        await Until(id, import => import.State is ImportState.Checked);
        Assert.Equal(Rows, await Source.Scalar<long>("select count(*) from import_line where import_id = $1", default, id));

        await node.Get<ImportAnswers>().AskToStore(id, (await Find(id)).Digest, [], default);
        foreach (var phase in (ImportPhase[])[ImportPhase.Reading, ImportPhase.Storing])
        {
            await Until(id, import => import.State is ImportState.Stored || import.Phase >= phase);
            await portal.Kill();
            Assert.Equal((await Find(id)).State is ImportState.Stored ? Rows : 0, await People());
            await GoOn(id, portal);
        }

        await Until(id, import => import.State is ImportState.Stored);
        Assert.Equal((Rows, 1L, 0L), (await People(), await Batches(), await Source.Scalar<long>("select count(*) from import_line")));
        Assert.Equal(0, (await PortalProgram.Run(PortalProgram.Built, settings, "verify")).ExitCode);
    }

    [Fact]
    public async Task Ended_in_order_it_lets_go_at_once_and_the_next_start_goes_on()
    {
        Guid id;
        await using var first = new PortalFactory(settings["ConnectionStrings__Portal"]);
        var runner = first.Services.GetRequiredService<ImportRunner>();
        await using (await HeldTable.Of(Source, "employee"))
        {
            id = await Put();
            runner.Wake();
            await Until(id, import => import.Phase is ImportPhase.Comparing);
            await first.DisposeAsync();
        }

        Assert.Equal(ImportState.Checking, (await Find(id)).State);
        Assert.True(await Source.Scalar<bool>("select held_until is null from import where id = $1", default, id));
        await using var second = new PortalFactory(settings["ConnectionStrings__Portal"]);
        second.Services.GetRequiredService<ImportRunner>().Wake();
        Assert.Equal(Rows, (await Until(id, import => import.State is ImportState.Checked)).Summary!.New);
        Assert.Equal(0L, await People());
    }

    /// <summary>The verb, killed where it has come to a table: while it compares, in the midst of storing, and when all is stored.</summary>
    [Fact]
    public async Task A_killed_verb_has_stored_all_or_nothing()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Fresh.Word()}.csv");
        await File.WriteAllTextAsync(path, Files.People(Rows));
        try
        {
            await KillAt("employee", "from employee", path);
            Assert.Equal((0L, 0L), (await People(), await Batches()));
            // PostgreSQL may have been told all of it by then, and goes on alone.
            await KillAt("import", "insert into import", path);
            Assert.Equal(await Batches() * Rows, await People());
            await KillAt("access_log", "insert into access_log", path);
            Assert.Equal((Rows, 1L), (await People(), await Batches()));

            Assert.Equal(0, (await PortalProgram.Run(PortalProgram.Built, settings, "import", "employees", path)).ExitCode);
            Assert.Equal((Rows, 1L), (await People(), await Batches()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Ends it where it waits for a table with these words, and returns when PostgreSQL has let go of what it had begun.</summary>
    private async Task KillAt(string table, string words, string path)
    {
        using var kill = new CancellationTokenSource();
        Task running;
        int waiting;
        await using (var held = await HeldTable.Of(Source, table))
        {
            running = PortalProgram.RunAndKill(PortalProgram.Built, settings, kill.Token, "import", "employees", path);
            waiting = await held.Reached(words);
            await kill.CancelAsync();
            await running;
        }

        await Soon.Is(() => Source.Scalar<long>("select count(*) from pg_stat_activity where pid = $1", default, waiting), left => left == 0);
    }

    private Task<Guid> Put() => Desk.Put(rollout.Programme, "employees", "fil.csv", Encoding.UTF8.GetBytes(Files.People(Rows)), Guid.CreateVersion7(), default);

    /// <summary>A dead node holds a file for some seconds: they have passed.</summary>
    private async Task GoOn(Guid id, PortalProcess portal)
    {
        await Source.Execute("update import set held_until = null, phase = 'Waiting' where id = $1", default, id);
        await portal.Start();
    }

    private async Task<WaitingImport> Find(Guid id) => (await Desk.Find(id, default))!;

    private Task<WaitingImport> Until(Guid id, Func<WaitingImport, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string wanted = "") => Soon.Is(() => Find(id), isSo, wanted);

    private Task<long> People() => Source.Scalar<long>("select count(*) from employee");

    private Task<long> Batches() => Source.Scalar<long>("select count(*) from mt_events where type = 'import_stored'");
}
