using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Web.Tests.Features.Employees;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>Where something stands in a portal's database, letter by letter.</summary>
internal static class Traces
{
    public static Task<List<string>> Of(string words, IServiceProvider portal) =>
        portal.GetRequiredService<NpgsqlDataSource>().Holding(Regex.Escape(words));
}
