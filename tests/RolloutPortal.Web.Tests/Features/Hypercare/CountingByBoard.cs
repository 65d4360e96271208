using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>After any history the boards say what somebody finds who goes through the tickets one by one.</summary>
public sealed class CountingByBoard(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;
    private readonly List<Known> all = [];

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Agrees_with_counting_by_hand(int seed)
    {
        var random = new Random(seed);
        // Other seeds' tickets stand in the same portal.
        var earlier = new Dictionary<Place, int[]>();
        foreach (var place in Enum.GetValues<Place>())
            earlier[place] = await Figures(place);
        for (var i = 0; i < 60; i++)
            await Live(random);

        foreach (var place in Enum.GetValues<Place>())
        {
            var counted = all.Where(ticket => Holds(place, ticket.Location)).ToList();
            Assert.Equal(Naive(counted).Zip(earlier[place], (one, other) => one + other), await Figures(place));
        }

        Assert.Equal(await Figures(Place.Programme), (await Figures(Place.North)).Zip(await Figures(Place.South), (one, other) => one + other));
        Assert.Equal(await Figures(Place.North), (await Figures(Place.NorthA)).Zip(await Figures(Place.NorthB), (one, other) => one + other));
    }

    private int[] Naive(IEnumerable<Known> tickets)
    {
        var now = portal.Now();
        var counted = tickets.Where(ticket => HypercareCount.Includes(ticket.Kind, ticket.Status)).ToList();
        var open = counted.Where(ticket => ticket.Status is TicketStatus.Open or TicketStatus.Taken).ToList();
        return
        [
            counted.Count(ticket => ticket.LoggedAt > now.AddDays(-1)),
            .. Enum.GetValues<Severity>().Select(severity => open.Count(ticket => ticket.Severity == severity)),
            open.Count(ticket => ticket.Status is TicketStatus.Open),
            counted.Count(ticket => ticket.Status is TicketStatus.Resolved && ticket.ResolvedAt > now.AddDays(-1)),
        ];
    }

    /// <summary>A ticket's life: what the domain refuses does not happen.</summary>
    private async Task Live(Random random)
    {
        Guid[] places = [rollout.NorthA, rollout.NorthB, rollout.SouthA, rollout.SouthB];
        var known = new Known { Location = places[random.Next(4)], Kind = (TicketKind)random.Next(10), LoggedAt = portal.Now().AddMinutes(-random.Next(1, 6000)) };
        var problem = new Problem(known.Location, null, known.Kind, (Impact)random.Next(4), (Urgency)random.Next(4), random.Next(5) == 0, random.Next(1, 90));
        known.Severity = problem.Severity;
        var id = await portal.Log(known.Location, known.LoggedAt, _ => problem);
        all.Add(known);
        for (var step = random.Next(6); step > 0; step--)
            await Step(random, id, known);
    }

    private async Task Step(Random random, Guid id, Known known)
    {
        var (isOpen, isResolved) = (known.Status is TicketStatus.Open or TicketStatus.Taken, known.Status is TicketStatus.Resolved);
        var at = portal.Now().AddMinutes(-random.Next(1, 3000));
        switch (random.Next(5))
        {
            case 0 when isOpen:
                await portal.Act(id, ticket => ticket.Take(Guid.CreateVersion7(), at));
                known.Status = TicketStatus.Taken;
                break;
            case 1 when isOpen:
                await portal.Act(id, ticket => ticket.Release(at));
                known.Status = TicketStatus.Open;
                break;
            case 2 when isOpen:
                await portal.Act(id, ticket => ticket.Resolve(Cause.Training, null, at));
                (known.Status, known.ResolvedAt) = (TicketStatus.Resolved, at);
                break;
            case 3 when isResolved:
                await portal.Act(id, ticket => ticket.Reopen(Guid.CreateVersion7(), at));
                (known.Status, known.ResolvedAt) = (TicketStatus.Open, null);
                break;
            case 4 when isOpen && random.Next(4) == 0:
                await portal.Act(id, ticket => ticket.Withdraw(Guid.CreateVersion7(), at));
                known.Status = TicketStatus.Withdrawn;
                break;
        }
    }

    private async Task<int[]> Figures(Place place)
    {
        var (kind, id) = place switch
        {
            Place.North => ("areas", rollout.North),
            Place.South => ("areas", rollout.South),
            Place.NorthA => ("locations", rollout.NorthA),
            Place.NorthB => ("locations", rollout.NorthB),
            _ => ("programmes", rollout.Programme),
        };
        return (await (await portal.SignIn(Role.RolloutManager)).Get($"/{kind}/{id}/hypercare")).Tiles();
    }

    private bool Holds(Place place, Guid location) => place switch
    {
        Place.North => location == rollout.NorthA || location == rollout.NorthB,
        Place.South => location == rollout.SouthA || location == rollout.SouthB,
        Place.NorthA => location == rollout.NorthA,
        Place.NorthB => location == rollout.NorthB,
        _ => true,
    };

    private enum Place { Programme, North, South, NorthA, NorthB }

    private sealed class Known
    {
        public Guid Location { get; init; }

        public TicketKind Kind { get; init; }

        public DateTimeOffset LoggedAt { get; init; }

        public Severity Severity { get; set; }

        public TicketStatus Status { get; set; } = TicketStatus.Open;

        public DateTimeOffset? ResolvedAt { get; set; }
    }
}
