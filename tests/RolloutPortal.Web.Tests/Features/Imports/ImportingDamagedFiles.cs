using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Testing.Imports;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>A fixed sample of mutated files; ten thousand of them are a benchmark.</summary>
public sealed class ImportingDamagedFiles(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Whatever_is_in_a_file_it_is_told_or_stored_whole()
    {
        var (importer, source) = (portal.Services.GetRequiredService<Importer>(), portal.Services.GetRequiredService<NpgsqlDataSource>());
        var stored = 0;
        foreach (var content in new MutatedFiles(seed: 3).All().Take(300))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var before = await Locations(source);
            var request = portal.Request("locations", "") with { Content = content };
            var found = await importer.Check(request, new Progress<ImportProgress>(), patience.Token);
            found = await importer.Store(request, found, 0, [], new Progress<ImportProgress>(), patience.Token);

            Assert.Equal(found.Faults.Count > 0 ? 0 : found.Count(RowOutcome.New), await Locations(source) - before);
            if (found.Faults.Count == 0 && found.ChangesSomething) stored++;
        }

        Assert.InRange(stored, 5, 295);
        Assert.Empty(await new LogCheck(portal.Services.GetRequiredService<PortalDatabase>().Store).Run());
    }

    private static Task<long> Locations(NpgsqlDataSource source) => source.Scalar<long>("select count(*) from location_row");
}
