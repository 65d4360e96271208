using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

public sealed class FindingPlaces(Portal portal) : IClassFixture<Portal>
{
    private readonly Web.Platform.Access.Places places = portal.Services.GetRequiredService<Web.Platform.Access.Places>();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_is_of_the_kind_that_is_asked_for()
    {
        Assert.NotNull(await places.Under(PlaceKind.Area, portal.Rollout.North, Test));
        Assert.Null(await places.Under(PlaceKind.Location, portal.Rollout.North, Test));
        Assert.NotNull(await places.Under(portal.Rollout.North, Test));
    }

    [Fact]
    public async Task Unknown_ids_and_new_tickets_are_no_reason_to_read_every_place_again()
    {
        // The log's tail may still have something to tell of the rollout itself.
        var (before, after) = (PlaceMap.Empty, PlaceMap.Empty);
        for (var attempt = 0; attempt < 20 && (attempt == 0 || before != after); attempt++)
        {
            before = await places.Map(Test);
            await portal.Log(portal.Rollout.NorthA, portal.Now());
            Assert.Null(await places.Under(Guid.CreateVersion7(), Test));
            after = await places.Map(Test);
        }

        Assert.Same(before, after);
    }

    [Fact]
    public async Task Who_leaves_while_places_are_read_leaves_them_to_be_read_by_the_next()
    {
        var wave = Guid.CreateVersion7();
        await portal.Rollout.Do<Domain.Waves.Wave, Domain.Waves.WaveEvent>(
            wave, w => w.Create(new Domain.Waves.CreateWave(wave, portal.Rollout.Programme, "Bølge 3", 3, Early: false)));
        places.Forget();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => places.Map(new CancellationToken(canceled: true)));

        Assert.NotNull((await places.Map(Test)).Find(PlaceKind.Wave, wave));
    }

    [Fact]
    public async Task Nobody_is_given_the_old_places_while_the_new_ones_are_read()
    {
        for (var number = 20; number < 30; number++)
        {
            var wave = Guid.CreateVersion7();
            await portal.Rollout.Do<Domain.Waves.Wave, Domain.Waves.WaveEvent>(
                wave, w => w.Create(new Domain.Waves.CreateWave(wave, portal.Rollout.Programme, $"Bølge {number}", number, Early: false)));

            var maps = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => places.Map(Test), Test)));

            Assert.All(maps, map => Assert.NotNull(map.Find(PlaceKind.Wave, wave)));
        }
    }
}
