using System.Diagnostics;
using System.Text;

namespace RolloutPortal.Benchmarks.Watching;

/// <summary>The tickets of one run, as watchers look for them on their boards.</summary>
internal sealed class LoggedTickets(int most)
{
    private readonly LoggedTicket[] all = new LoggedTicket[most];
    private volatile int count;

    public int Count => count;

    /// <summary>How many are to be logged.</summary>
    public int Most => most;

    public IEnumerable<LoggedTicket> All => all.Take(count);

    public LoggedTicket this[int number] => all[number];

    /// <summary>Before it is sent: a board may show it before its sender hears.</summary>
    public LoggedTicket Expect(Guid id)
    {
        lock (all)
        {
            all[count] = new LoggedTicket(count, Encoding.ASCII.GetBytes(id.ToString()));
            return all[count++];
        }
    }
}

/// <param name="Mark">What stands in the page that shows it: its id.</param>
internal sealed record LoggedTicket(int Number, byte[] Mark)
{
    /// <summary>When its sender had the acknowledgement; 0 before that.</summary>
    public long AcknowledgedAt { get; private set; }

    public void Acknowledge() => AcknowledgedAt = Stopwatch.GetTimestamp();
}
