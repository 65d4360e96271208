namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Told at once, on the thread that does the work: the stock one would post each report to the pool, out of order.</summary>
public sealed class SeedListener(Action<SeedProgress> tell) : IProgress<SeedProgress>
{
    public void Report(SeedProgress value) => tell(value);
}
