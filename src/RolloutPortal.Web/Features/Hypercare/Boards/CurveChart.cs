using System.Globalization;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>The curve as a drawing: a bar for each week, the expected line over them. Positions are numbers of its view box.</summary>
public sealed class CurveChart(IReadOnlyList<CurveWeek> weeks)
{
    public const int Width = 330;
    public const int Height = 190;
    private const double Left = 30;
    private const double Right = 322;
    private const double Top = 12;
    private const double Bottom = 160;

    private static readonly int[] Steps = [1, 2, 3, 4, 5, 6, 8, 10];

    private readonly double most = NiceTop(weeks.Max(week => Math.Max(week.Pace.PerHundred ?? 0, week.Curve)));

    public IReadOnlyList<CurveWeek> Weeks { get; } = weeks;

    public string ViewBox => $"0 0 {Width} {Height}";

    public IEnumerable<ChartBar> Bars => Weeks.Where(week => !week.IsAhead).Select(week =>
    {
        var height = (week.Pace.PerHundred ?? 0) / most * (Bottom - Top);
        return new ChartBar(N(X(week.Week) - (Step * .32)), N(Bottom - height), N(Step * .64), N(height), week.Pace.IsFarOver ? "over" : "actual");
    });

    public string ExpectedLine => string.Join(' ', Weeks.Select((week, i) => $"{(i == 0 ? 'M' : 'L')}{N(X(week.Week))} {N(Y(week.Curve))}"));

    /// <summary>Across the bar of a week that is not over: what was expected so far.</summary>
    public IEnumerable<ChartTick> SoFar => Weeks.Where(week => week is { IsRunning: true, IsAhead: false })
        .Select(week => new ChartTick(N(X(week.Week) - (Step * .42)), N(X(week.Week) + (Step * .42)), N(Y(week.ExpectedPerHundred))));

    /// <summary>The lines of the scale: where they stand, and their figure.</summary>
    public IEnumerable<ChartMark> Scale => new[] { 0, most / 2, most }.Select(value => new ChartMark(N(Y(value)), value.ToString("0.#", CultureInfo.CurrentCulture)));

    /// <summary>Every week where there is room, else every second or fourth; the first is called 1.</summary>
    public IEnumerable<ChartMark> WeekMarks => Weeks.Where(week => week.Week % Every == 0)
        .Select(week => new ChartMark(N(X(week.Week)), week.Number.ToString(CultureInfo.CurrentCulture)));

    public string LeftEdge => N(Left);

    public string RightEdge => N(Right);

    public string BottomEdge => N(Bottom);

    /// <summary>Where the figures of the scale end.</summary>
    public string ScaleEdge => N(Left - 4);

    /// <summary>The line on which the numbers of weeks stand, and the one below with what they count.</summary>
    public string WeekLine => N(Bottom + 14);

    public string NameLine => N(Height - 2);

    private double Step => (Right - Left) / Weeks.Count;

    private int Every => Weeks.Count <= 12 ? 1 : Weeks.Count <= 20 ? 2 : 4;

    private double X(int week) => Left + ((week + .5) * Step);

    private double Y(double value) => Bottom - (value / most * (Bottom - Top));

    private static double NiceTop(double value)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1))));
        return Steps.Select(step => step * size).First(top => top >= value);
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A bar of a chart.</summary>
/// <param name="Class">What it says: <c>actual</c>, or <c>over</c> what was expected.</param>
public sealed record ChartBar(string X, string Y, string Width, string Height, string Class);

/// <summary>A short line across a bar.</summary>
public sealed record ChartTick(string From, string To, string Y);

/// <summary>A figure along an axis.</summary>
public sealed record ChartMark(string At, string Text);
