using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Photos;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class ShowingPhotos
{
    private static readonly DateTimeOffset Noon = Any.Morning.AddHours(5);

    private readonly Ticket ticket = Any.Ticket();
    private readonly Guid photo = Guid.NewGuid();
    private readonly Guid somebody = Guid.NewGuid();

    [Fact]
    public void A_photo_is_added_once_on_a_resolved_ticket_too()
    {
        var shown = ticket.After(t => t.Resolve(Cause.Training, null, Noon)).After(t => t.AddPhoto(photo, somebody, Noon));

        Assert.Equal([photo], shown.Photos);
        shown.AddPhoto(photo, somebody, Noon).IsNothing();
    }

    [Fact]
    public void What_was_removed_stays_so_and_a_late_repeat_does_not_bring_it_back()
    {
        var removed = ticket.After(t => t.AddPhoto(photo, somebody, Noon)).After(t => t.RemovePhoto(photo, Noon));

        Assert.Empty(removed.Photos);
        removed.RemovePhoto(photo, Noon).IsNothing();
        removed.AddPhoto(photo, somebody, Noon).IsNothing();
        ticket.RemovePhoto(photo, Noon).IsRefused(PhotoRefusals.NotFound);
    }

    [Fact]
    public void There_is_room_for_eight_and_a_removed_one_makes_room()
    {
        var full = Enumerable.Range(0, PhotoRules.MostOnATicket - 1).Aggregate(ticket.After(t => t.AddPhoto(photo, somebody, Noon)), (t, _) => t.After(one => one.AddPhoto(Guid.NewGuid(), somebody, Noon)));

        full.AddPhoto(Guid.NewGuid(), somebody, Noon).IsRefused(PhotoRefusals.TooMany, PhotoRules.MostOnATicket);
        Assert.IsType<PhotoAdded>(full.After(t => t.RemovePhoto(photo, Noon)).AddPhoto(Guid.NewGuid(), somebody, Noon).Only());
    }

    [Fact]
    public void A_withdrawn_ticket_gets_none_but_can_lose_one()
    {
        var withdrawn = ticket.After(t => t.AddPhoto(photo, somebody, Noon)).After(t => t.Withdraw(Guid.NewGuid(), Noon));

        withdrawn.AddPhoto(Guid.NewGuid(), somebody, Noon).IsRefused(TicketRefusals.Withdrawn);
        Assert.IsType<PhotoRemoved>(withdrawn.RemovePhoto(photo, Noon).Only());
        Ticket.Initial.AddPhoto(photo, somebody, Noon).IsRefused(TicketRefusals.NotFound);
    }
}
