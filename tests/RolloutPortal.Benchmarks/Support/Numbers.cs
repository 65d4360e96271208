namespace RolloutPortal.Benchmarks.Support;

/// <summary>Values of one measurement.</summary>
internal static class Numbers
{
    /// <param name="share">0.5 is the median.</param>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);
}
