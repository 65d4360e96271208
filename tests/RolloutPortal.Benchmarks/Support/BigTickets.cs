using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>The tickets of a <see cref="BigRollout"/>: spread over its live locations and the days since they went live; nearly all
/// have been taken, commented and resolved, some are open.</summary>
internal sealed class BigTickets(SecondNode node, BigRollout rollout, Guid reporter, Guid supporter)
{
    private const int AtATime = 512;
    private const int StillOpen = 25;
    private const int OneInAHundred = 100;

    private readonly DateTimeOffset now = node.Get<Clock>().Now;
    private readonly List<(Guid Location, DateOnly LiveOn)> live = [.. rollout.Live];

    /// <returns>One of them that is still open, and the number of events.</returns>
    public async Task<(Guid Open, int Events)> Load(int count)
    {
        var (open, events) = (Guid.Empty, 0);
        foreach (var some in Enumerable.Range(0, count).Chunk(AtATime))
        {
            var histories = some.Select(Ticket).ToList();
            await Task.WhenAll(histories.Select(history => node.Database.Store.Append(history)));
            events += histories.Sum(history => history.Events.Count);
            if (histories.Find(history => history.Events.Count == 2) is { } one) open = one.StreamId;
        }

        return (open, events);
    }

    private Append Ticket(int i)
    {
        var (location, liveOn) = live[i % live.Count];
        var days = rollout.HypercareOf(liveOn);
        var at = Moment(i, liveOn);
        var id = Guid.CreateVersion7(at);
        var history = new History(id, at);
        var text = history.Write(Words(i), reporter);
        history.Do(t => t.Log(
            new LogTicket(id, ProblemOf(i, location), text, reporter, Channel.Superuser, IsRepeat: false, at), days, DateOnly.FromDateTime(at.UtcDateTime)));
        history.Do(t => t.Comment(history.Write("Vi har set det samme på nabostedet.", supporter), supporter, history.Later()));
        if (i % StillOpen == 0) return history.ToAppend();

        history.Do(t => t.Take(supporter, history.Later()));
        history.Do(t => t.Comment(history.Write("Rettighederne er rettet. Log af og på igen.", supporter), supporter, history.Later()));
        history.Do(t => t.Resolve(Enum.GetValues<Cause>()[i % 8], history.Write("Løst.", supporter), history.Later()));
        return history.ToAppend();
    }

    private Problem ProblemOf(int i, Guid location) => new(
        location, rollout.Modules[i % rollout.Modules.Count], Enum.GetValues<TicketKind>()[i % 8], Enum.GetValues<Impact>()[1 + (i % 3)],
        Enum.GetValues<Urgency>()[1 + (i / 3 % 3)], SafetyOrPersonalData: i % 97 == 0, AffectedUsers: 1 + (i % 20));

    /// <summary>Evenly over the days since, and never in the last hour: what comes then is what is measured.</summary>
    private DateTimeOffset Moment(int i, DateOnly liveOn)
    {
        var from = new DateTimeOffset(liveOn.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
        var share = i * 0.6180339887 % 1;
        var at = from + ((now.AddHours(-1) - from) * share);
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
    }

    private static string Words(int i) =>
        $"Sag {i}{(i % OneInAHundred == 0 ? " (insulin)" : "")}: Medicinskemaet viser ikke morgenens doser, og fanen \"Dagens opgaver\" åbner først efter flere forsøg på aftenvagtens PC.";

    /// <summary>One ticket's events, decided one after the other.</summary>
    private sealed class History(Guid id, DateTimeOffset at)
    {
        private readonly List<object> events = [];
        private readonly List<WrittenText> texts = [];
        private Domain.Hypercare.Ticket state = Domain.Hypercare.Ticket.Initial;
        private DateTimeOffset last = at;

        public void Do(Func<Domain.Hypercare.Ticket, Decision<TicketEvent>> decide)
        {
            var decision = decide(state);
            if (decision.Refusal is { } refusal) throw new InvalidOperationException(refusal.Key);
            events.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, (ticket, @event) => ticket.Apply(@event));
        }

        public Guid Write(string body, Guid by)
        {
            texts.Add(new WrittenText(Guid.CreateVersion7(), id, body, by, last));
            return texts[^1].Id;
        }

        public DateTimeOffset Later() => last = last.AddMinutes(11);

        public Append ToAppend() => new(id, StoredName.Of(typeof(Domain.Hypercare.Ticket)), ExpectedVersion: 0, events) { Texts = texts };
    }
}
