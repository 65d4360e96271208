using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>The clock stands in 2058, and the numbers are of people born in 2057: of nobody (domain.md §7).</summary>
public abstract class InTheYear2058(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    protected const string Certain = "311257-5005";
    protected const string Doubtful = "311257-5006";

    protected Portal Portal { get; } = portal;

    protected SmallRollout Rollout => Portal.Rollout;

    protected NpgsqlDataSource Source => Portal.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync() => await FarAhead.Go(Portal);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected Task<Answer> Log(Browser person, string words, params (string Name, string Value)[] more) => person.LogWords(Rollout.NorthA, words, more);
}
