using System.Text;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Time;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Live;

public sealed class KeepingFragments : IDisposable
{
    private static readonly Guid Programme = Guid.CreateVersion7();

    private readonly TopicPositions positions = new();
    private readonly MovableTime time = new();
    private readonly FragmentCache cache;
    private readonly TaskCompletionSource<byte[]> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int renderings;

    public KeepingFragments()
    {
        time.Stop(new(2022, 1, 25, 8, 0, 59, TimeSpan.Zero));
        cache = new FragmentCache(positions, new Clock(time));
    }

    [Fact]
    public async Task Those_who_ask_at_once_share_one_rendering()
    {
        var asking = Enumerable.Range(0, 20).Select(_ => Ask(Reader(), Slowly)).ToList();

        slow.SetResult("ready"u8.ToArray());
        var got = await Task.WhenAll(asking);

        Assert.Equal(1, renderings);
        Assert.Equal(19, got.Count(fragment => fragment.IsKept));
        Assert.All(got, fragment => Assert.Equal("ready", Encoding.UTF8.GetString(fragment.Html)));
    }

    [Fact]
    public async Task Other_rights_are_another_rendering()
    {
        await Ask(Reader(), AtOnce);
        await Ask(Reader(), AtOnce);
        await Ask(Somebody(new Grant(Role.Reader, ScopeKind.Area, Guid.CreateVersion7())), AtOnce);

        Assert.Equal(2, renderings);
    }

    [Fact]
    public async Task A_change_of_what_it_shows_renders_it_anew()
    {
        await Ask(Reader(), AtOnce);
        positions.Set([$"hypercare/{Guid.CreateVersion7()}"], position: 7);
        await Ask(Reader(), AtOnce);
        Assert.Equal(1, renderings);

        positions.Set([$"hypercare/{Programme}"], position: 8);
        await Ask(Reader(), AtOnce);

        Assert.Equal(2, renderings);
    }

    [Fact]
    public async Task The_next_minute_renders_it_anew_for_it_may_show_how_long_ago_something_was()
    {
        await Ask(Reader(), AtOnce);
        time.Pass(TimeSpan.FromMilliseconds(999));
        await Ask(Reader(), AtOnce);
        Assert.Equal(1, renderings);

        time.Pass(TimeSpan.FromMilliseconds(1));
        await Ask(Reader(), AtOnce);

        Assert.Equal(2, renderings);
    }

    [Fact]
    public async Task Whoever_renders_and_leaves_takes_it_from_nobody()
    {
        var leaving = Ask(Reader(), Slowly);
        var staying = Ask(Reader(), AtOnce);

        slow.SetCanceled();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.False((await staying).IsKept);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_is_not_kept()
    {
        var asking = Enumerable.Range(0, 3).Select(_ => Ask(Reader(), Slowly)).ToList();

        slow.SetException(new TimeoutException());

        foreach (var asked in asking) await Assert.ThrowsAsync<TimeoutException>(() => asked);
        Assert.False((await Ask(Reader(), AtOnce)).IsKept);
    }

    [Fact]
    public async Task What_was_being_rendered_when_a_name_went_is_not_kept()
    {
        var asking = Ask(Reader(), Slowly);
        cache.Forget();
        var later = Ask(Reader(), AtOnce);
        slow.SetResult("Ane"u8.ToArray());
        await asking;

        Assert.Equal("now", Encoding.UTF8.GetString((await later).Html));
        cache.Forget();
        Assert.False((await Ask(Reader(), AtOnce)).IsKept);
        Assert.Equal("now", Encoding.UTF8.GetString((await Ask(Reader(), Slowly)).Html));
    }

    [Fact]
    public async Task A_rendering_that_ends_after_a_name_went_is_for_those_alone_who_asked_before()
    {
        var asking = Ask(Reader(), Slowly);
        cache.Forget();
        slow.SetResult("Ane"u8.ToArray());
        await asking;

        Assert.Equal("now", Encoding.UTF8.GetString((await Ask(Reader(), AtOnce)).Html));
    }

    public void Dispose() => cache.Dispose();

    private Task<Fragment> Ask(SignedInAccount who, Func<Task<byte[]>> render) =>
        cache.Get($"/hypercare/{Programme}", $"hypercare/{Programme}", who, render);

    private Task<byte[]> Slowly()
    {
        Interlocked.Increment(ref renderings);
        return slow.Task;
    }

    private Task<byte[]> AtOnce()
    {
        Interlocked.Increment(ref renderings);
        return Task.FromResult("now"u8.ToArray());
    }

    private static SignedInAccount Reader() => Somebody(new Grant(Role.Reader, ScopeKind.Programme, Programme));

    private static SignedInAccount Somebody(Grant grant) =>
        new(Guid.CreateVersion7(), "a@eksempel.dk", "A", "da", "stamp", IsDisabled: false, new Rights([grant]));
}
