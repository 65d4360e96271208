using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Seeding;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Seeding;

public sealed class RefusingToLoad(Portal portal, Server server) : IClassFixture<Portal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_scenario_is_answered_with_those_there_are()
    {
        var refused = await Assert.ThrowsAsync<SeedRefusedException>(() => Of(portal.Services).Load("skanderborg", new Progress(), Ct));

        Assert.Contains("skanderborg", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Domus.Name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_demo_is_neither_filled_nor_emptied()
    {
        var store = portal.Services.GetRequiredService<PortalDatabase>().Store;
        var before = await store.Head(Ct);

        await Assert.ThrowsAsync<SeedRefusedException>(() => Of(portal.Services).Load(Domus.Name, new Progress(), Ct));
        await Assert.ThrowsAsync<SeedRefusedException>(() => Of(portal.Services).LoadAnew(Domus.Name, new Progress(), Ct));

        Assert.Equal(before, await store.Head(Ct));
        Assert.Null(await Of(portal.Services).Due(Domus.Name, Ct));
    }

    [Fact]
    public async Task A_demo_is_emptied_and_loaded_anew()
    {
        var connectionString = await server.Postgres.NewDatabase();
        await using (var factory = new PortalFactory(connectionString))
        {
            var (scenarios, accounts) = (Of(factory.Services), factory.Services.GetRequiredService<AccountRegister>());
            Assert.Equal(Domus.Name, await scenarios.Due(Domus.Name, Ct));
            await Interrupted.Load(scenarios, Domus.Name, after: 300);
            await accounts.Open(new NewAccount(Guid.CreateVersion7(), "En Gæst", "gaest@eksempel.dk", Password: null, []), ct: Ct);
            Assert.Equal(Domus.Name, await scenarios.Due("", Ct));

            await Interrupted.Load(scenarios, Domus.Name, after: 100, anew: true);

            var database = factory.Services.GetRequiredService<PortalDatabase>();
            Assert.Empty(await database.Store.Source.Rows("select 1 from account where name = 'En Gæst'", row => row.GetInt32(0), Ct));
            Assert.InRange(await database.Store.Source.Scalar<long>("select count(*) from mt_streams", Ct), 1, 200);
        }

        await server.Postgres.DropDatabase(connectionString);
    }

    private static Scenarios Of(IServiceProvider services) => services.GetRequiredService<Scenarios>();
}
