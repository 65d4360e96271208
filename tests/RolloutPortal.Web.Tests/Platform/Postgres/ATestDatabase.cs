using Npgsql;
using RolloutPortal.Testing;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

public sealed class ATestDatabase
{
    [Fact]
    public async Task Is_a_copy_of_its_template_and_goes_away_whoever_is_connected()
    {
        await using var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        var template = await postgres.NewDatabase();
        await Ask.One<long>(template, "create table kept as select 7 as row; select count(*) from kept");

        var copy = await postgres.NewDatabase(new NpgsqlConnectionStringBuilder(template).Database);
        await using var connected = new NpgsqlConnection(copy);
        await connected.OpenAsync();

        Assert.Equal(7, await Ask.One<int>(copy, "select row from kept"));
        await postgres.DropDatabase(copy);
        var gone = await Assert.ThrowsAsync<PostgresException>(() => Ask.One<int>(copy, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }
}
