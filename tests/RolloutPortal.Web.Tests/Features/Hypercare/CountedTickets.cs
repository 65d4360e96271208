using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>Eleven tickets: each differs from what counts in one thing.</summary>
public sealed class CountedTickets(Server server) : IAsyncLifetime
{
    public Portal Portal { get; } = new(server);

    /// <summary>Open for three days.</summary>
    public Guid Oldest { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        var (rollout, now) = (Portal.Rollout, Portal.Now());
        await Portal.Log(rollout.NorthA, now.AddHours(-1), S1);
        var taken = await Portal.Log(rollout.NorthA, now.AddHours(-2));
        await Portal.Act(taken, ticket => ticket.Take(Guid.CreateVersion7(), now));
        var resolved = await Portal.Log(rollout.NorthA, now.AddHours(-3));
        await Portal.Act(resolved, ticket => ticket.Resolve(Cause.Training, null, now.AddHours(-2)));
        var before = await Portal.Log(rollout.NorthA, now.AddDays(-2));
        await Portal.Act(before, ticket => ticket.Resolve(Cause.Training, null, now.AddHours(-25)));
        var firstWeek = await Portal.Log(rollout.NorthA, now.AddDays(-7));
        await Portal.Act(firstWeek, ticket => ticket.Resolve(Cause.Training, null, now.AddDays(-6)));
        await Portal.Log(rollout.NorthA, now.AddHours(-1), problem => problem with { Kind = TicketKind.ChangeRequest });
        var withdrawn = await Portal.Log(rollout.NorthA, now.AddHours(-1), S1);
        await Portal.Act(withdrawn, ticket => ticket.Withdraw(Guid.CreateVersion7(), now));
        await Portal.Log(rollout.NorthB, now.AddHours(-5));
        Oldest = await Portal.Log(rollout.SouthA, now.AddDays(-3), problem => problem with { Urgency = Urgency.StatutoryOrSafetyNow });
        var today = await Portal.Log(rollout.SouthA, now.AddHours(-4));
        await Portal.Act(today, ticket => ticket.Resolve(Cause.Training, null, now.AddHours(-3)));
        await Portal.Act(today, ticket => ticket.Reopen(Guid.CreateVersion7(), now.AddHours(-2)));
        await Portal.Act(today, ticket => ticket.Resolve(Cause.Training, null, now.AddDays(-1).AddMinutes(-1)));
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static Problem S1(Problem problem) => problem with { Impact = Impact.CitizenSafetyOrArea, Urgency = Urgency.StatutoryOrSafetyNow };
}
