using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>Where something stands in a portal's database: each table, each column, as text.</summary>
internal static class Traces
{
    public static async Task<List<string>> Of(string words, IServiceProvider portal)
    {
        var source = portal.GetRequiredService<NpgsqlDataSource>();
        var names = await source.Rows(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", row => row.GetString(0), TestContext.Current.CancellationToken);
        var with = new List<string>();
        foreach (var name in names)
            if (await source.Scalar<long>($"select count(*) from {name} t where t::text like '%' || $1 || '%'", TestContext.Current.CancellationToken, words) > 0) with.Add(name);
        Assert.NotEmpty(names);
        return with;
    }
}
