using Microsoft.Extensions.Hosting;
using RolloutPortal.Web.Platform.Running;

namespace RolloutPortal.Web.Tests.Platform;

/// <summary>Whoever stops a portal, be it while it starts, reads of no failure.</summary>
public sealed class StoppingQuietly
{
    [Fact]
    public async Task Work_that_is_stopped_before_the_host_says_so_has_not_failed()
    {
        var work = new Waiting();
        await work.StartAsync(CancellationToken.None);

        work.Dispose();

        Assert.Null(await Record.ExceptionAsync(() => work.ExecuteTask!));
    }

    [Fact]
    public async Task Work_that_is_stopped_in_its_midst_has_not_failed()
    {
        var work = new Waiting();
        await work.StartAsync(CancellationToken.None);
        await work.Begun.Task;

        work.Dispose();

        Assert.Null(await Record.ExceptionAsync(() => work.ExecuteTask!));
    }

    [Fact]
    public async Task What_fails_while_nobody_stops_it_is_told()
    {
        using var work = new Failing();
        await work.StartAsync(CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => work.ExecuteTask!);
    }

    [Fact]
    public void All_work_beside_the_pages_stops_so() => Assert.All(
        typeof(QuietService).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BackgroundService))), type => Assert.True(type.IsAssignableTo(typeof(QuietService)), type.Name));

    private sealed class Waiting : QuietService
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override Task Work(CancellationToken stoppingToken)
        {
            Begun.SetResult();
            return Task.Delay(Timeout.Infinite, stoppingToken);
        }
    }

    private sealed class Failing : QuietService
    {
        protected override async Task Work(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }
    }
}
