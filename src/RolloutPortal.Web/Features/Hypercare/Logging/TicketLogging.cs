using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>Logs tickets so that a repeat is the same ticket, and only a repeat (decisions.md 4).</summary>
public sealed class TicketLogging(Ledger ledger, Texts texts, Clock clock)
{
    /// <param name="usersAreGuessed">Nobody said how many are hit: what was guessed then and now is no part of what was typed.</param>
    /// <returns>Null when it was logged, or had been by this very form.</returns>
    public async Task<Refusal?> Log(
        Guid ticketId, Problem problem, string words, Guid reporterId, Channel channel, CareLocation at,
        bool usersAreGuessed = false, CancellationToken ct = default)
    {
        try
        {
            var command = new LogTicket(ticketId, problem, Guid.Empty, reporterId, channel, IsRepeat: false, clock.Now);
            var refusal = await Decide(command, words, at, ct);
            if (refusal?.Key != TicketRefusals.AlreadyLogged) return refusal;

            var logged = (await ledger.Load<Ticket, TicketEvent>(ticketId, ct)).State.Logging!;
            if (await texts.Standing(ticketId, logged.TextId, words, ct) is not TextStanding.Repeat) return refusal;
            var typed = usersAreGuessed ? problem with { AffectedUsers = logged.AffectedUsers } : problem;
            return await Decide(command with { Problem = typed, IsRepeat = true }, words, at, ct);
        }
        catch (WrongStreamTypeException)
        {
            return new Refusal(TicketRefusals.NotFound);
        }
    }

    private Task<Refusal?> Decide(LogTicket command, string words, CareLocation at, CancellationToken ct)
    {
        var text = texts.Draft(command.TicketId, words)!;
        return ledger.Decide<Ticket, TicketEvent>(
            command.TicketId, ticket => ticket.Log(command with { TextId = text.Id }, at.Hypercare, clock.Today(at.Row.TimeZone)),
            Together.With(text) with { Demands = [LocationDemand.Standing(at.Id)] }, ct);
    }
}
