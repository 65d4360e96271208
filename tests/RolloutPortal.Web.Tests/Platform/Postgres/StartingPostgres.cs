namespace RolloutPortal.Web.Tests.Platform.Postgres;

public sealed class StartingPostgres : IDisposable
{
    private readonly DataDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_cluster_that_knows_Danish_letters_and_keeps_them_over_a_restart()
    {
        await using (var first = await _directory.Start())
        {
            await first.CreateDatabaseIfMissing("portal");
            await first.CreateDatabaseIfMissing("portal");
            await Ask.Do(first.ConnectionString("portal"), "create table kept as select lower('ÆØÅ') as letters");
        }

        await using var second = await _directory.Start();

        Assert.Equal("æøå", await Ask.One<string>(second.ConnectionString("portal"), "select letters from kept"));
    }
}
