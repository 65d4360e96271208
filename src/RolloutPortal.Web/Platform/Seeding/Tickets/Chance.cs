using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>What happens by chance, and the same way each time: a seeded <see cref="Random"/> gives the same numbers in every version of .NET.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public bool Happens(double probability) => random.NextDouble() < probability;

    public double Between(double from, double to) => from + ((to - from) * random.NextDouble());

    /// <summary>Both ends included.</summary>
    public int Whole(int from, int to) => random.Next(from, to + 1);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>How often something happens that is expected this often.</summary>
    public int Count(double expected)
    {
        var (count, limit) = (0, Math.Exp(-expected));
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
            count++;
        return count;
    }

    /// <summary>Half of the time less than the median, sometimes many times more.</summary>
    public double LongTailed(double median, double spread) =>
        median * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    /// <returns>Null only when nothing has any weight.</returns>
    public T? Weighted<T>(IReadOnlyList<T> of, Func<T, double> weight) where T : class
    {
        var left = random.NextDouble() * of.Sum(weight);
        return of.FirstOrDefault(one => (left -= weight(one)) < 0);
    }

    /// <summary>A line by its own weight; without one, 1.</summary>
    public FileRow? Line(IReadOnlyList<FileRow> of) => Weighted(of, row => row["weight"].Length == 0 ? 1 : row.Whole("weight"));

    /// <summary>One of <c>2|3</c>.</summary>
    public string OneOf(string alternatives) => One(alternatives.Split('|'));
}
