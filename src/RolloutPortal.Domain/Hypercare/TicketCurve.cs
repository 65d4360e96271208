namespace RolloutPortal.Domain.Hypercare;

/// <summary>How many tickets a user is expected to log, by weeks since go-live: much at first, then little (domain.md §5).</summary>
/// <param name="AtGoLive">Per user and week, on the first day (q0).</param>
/// <param name="WeeksToSettle">After which the excess has fallen to 37 % (τq).</param>
/// <param name="InTheLongRun">Per user and week (q∞).</param>
/// <param name="IsAssumption">Not yet estimated from tickets; the screen says so.</param>
public sealed record TicketCurve(double AtGoLive, double WeeksToSettle, double InTheLongRun, bool IsAssumption)
{
    /// <summary>A weak default: no public curve was found.</summary>
    public static TicketCurve Default { get; } = new(AtGoLive: .6, WeeksToSettle: 1.8, InTheLongRun: .04, IsAssumption: true);

    /// <summary>Tickets per user and week, this many weeks after go-live; none before.</summary>
    public double Rate(double weeks) =>
        weeks < 0 ? 0 : InTheLongRun + ((AtGoLive - InTheLongRun) * Math.Exp(-weeks / WeeksToSettle));

    /// <summary>Tickets per user in <c>[fromDay, toDay)</c>, days since go-live (0 is the day itself).</summary>
    public double ExpectedPerUser(double fromDay, double toDay)
    {
        var (from, to) = (Math.Max(0, fromDay) / 7, Math.Max(0, toDay) / 7);
        if (to <= from) return 0;

        var excess = (AtGoLive - InTheLongRun) * WeeksToSettle * (Math.Exp(-from / WeeksToSettle) - Math.Exp(-to / WeeksToSettle));
        return (InTheLongRun * (to - from)) + excess;
    }

    /// <summary>Tickets from a location in <c>[from, to)</c>, whole local days; a group's are the sum of its locations'.</summary>
    public double Expected(int users, DateOnly liveOn, DateOnly from, DateOnly to) =>
        users * ExpectedPerUser(from.DayNumber - liveOn.DayNumber, to.DayNumber - liveOn.DayNumber);

    /// <summary>Tickets per 100 users in one week; 0 is the first.</summary>
    public double ExpectedPerHundredUsers(int week) => 100 * ExpectedPerUser(7 * week, 7 * (week + 1));
}
