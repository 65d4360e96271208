using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class CountingTickets
{
    [Fact]
    public void Change_requests_and_withdrawn_tickets_are_not_held_against_the_curve()
    {
        Assert.True(HypercareCount.Includes(TicketKind.Fault, TicketStatus.Open));
        Assert.True(HypercareCount.Includes(TicketKind.HowTo, TicketStatus.Resolved));
        Assert.False(HypercareCount.Includes(TicketKind.ChangeRequest, TicketStatus.Open));
        Assert.False(HypercareCount.Includes(TicketKind.Fault, TicketStatus.Withdrawn));
    }
}
