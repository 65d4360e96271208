using RolloutPortal.Testing.Crashes;

namespace RolloutPortal.Web.Tests.Platform;

public class SurvivingCrashes
{
    private const int Rounds = 5;

    [Fact]
    public async Task What_was_acknowledged_is_there_exactly_once_whoever_is_killed()
    {
        var report = await new CrashTest(Rounds, seed: 20220125).Run();

        Assert.Empty(report.Faults);
        Assert.Equal((0, 0, 0), (report.Lost, report.Doubled, report.Stray));
        // The access log's chain is verified too.
        Assert.Null(report.Verification);
        Assert.Equal(0, report.Unlogged);
        Assert.True(report.Acknowledged > Rounds, $"Only {report.Acknowledged} tickets were acknowledged.");
    }
}
