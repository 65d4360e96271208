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
    [Theory]
    [InlineData("locations", "location_row")]
    [InlineData("employees", "employee_period where recorded_to is null")]
    public async Task Whatever_is_in_a_file_it_is_told_or_stored_whole(string kind, string rows)
    {
        var (importer, source) = (portal.Services.GetRequiredService<Importer>(), portal.Services.GetRequiredService<NpgsqlDataSource>());
        var stored = 0;
        foreach (var content in new MutatedFiles(seed: 3, kind).All().Take(200))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var before = await Count(source, rows);
            var request = portal.Request(kind, "") with { Content = content };
            var found = await importer.Check(request, new Progress<ImportProgress>(), patience.Token);
            found = await importer.Store(request, found, 0, [], new Progress<ImportProgress>(), patience.Token);

            Assert.Equal(found.Faults.Count > 0 ? 0 : found.Count(RowOutcome.New), await Count(source, rows) - before);
            if (found.Faults.Count == 0 && found.ChangesSomething) stored++;
        }

        Assert.InRange(stored, 5, 195);
        Assert.Empty(await new LogCheck(portal.Services.GetRequiredService<PortalDatabase>().Store).Run());
    }

    private static Task<long> Count(NpgsqlDataSource source, string rows) => source.Scalar<long>($"select count(*) from {rows}");
}
