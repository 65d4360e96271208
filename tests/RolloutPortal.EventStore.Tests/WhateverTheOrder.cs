using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests;

/// <summary>What holds for any interleaving of any callers of two processes.</summary>
public sealed class WhateverTheOrder(Server server) : StoreTest(server)
{
    private TestStore[] portals = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        portals = [Portal, await Another()];
    }

    [Fact]
    public void Versions_have_no_gaps_each_has_one_author_and_rows_equal_their_folds() =>
        Hold(Scripts(), async scripts =>
        {
            var parcels = Enumerable.Range(0, 3).Select(_ => Any.Id()).ToArray();
            var stored = new ConcurrentBag<(Guid Parcel, long Version, long Position)>();

            await Task.WhenAll(scripts.Select((script, caller) => Task.Run(() => Play(portals[caller % 2], script, parcels, stored))));

            foreach (var parcel in parcels)
                await StreamIsWhole(parcel, [.. stored.Where(one => one.Parcel == parcel)]);
            Assert.Empty(await new LogCheck(Portal.Store).Run());
        });

    [Fact]
    public void Whoever_reads_the_log_meanwhile_never_sees_an_event_appear_before_one_that_was_there() =>
        Hold(Scripts(), async scripts =>
        {
            var parcels = Enumerable.Range(0, 3).Select(_ => Any.Id()).ToArray();
            var writing = Task.WhenAll(scripts.Select((script, caller) => Task.Run(() => Play(portals[caller % 2], script, parcels, []))));

            var seen = new List<List<long>>();
            while (!writing.IsCompleted)
                seen.Add(await Positions());
            await writing;

            var log = await Positions();
            Assert.All(seen, earlier => Assert.Equal(log.Take(earlier.Count), earlier));
        });

    [Fact]
    public void The_same_append_sent_again_and_again_is_stored_once() =>
        Hold(Gen.Choose(2, 12), async times =>
        {
            var append = Any.Sending(Any.Id());

            var answers = Enumerable.Range(0, times).Select(time => portals[time % 2].Store.Append(append)).ToList();
            await Task.WhenAll(answers).ContinueWith(_ => { }, TaskScheduler.Default);

            _ = Assert.Single(answers, answer => answer.IsCompletedSuccessfully);
            Assert.All(answers.Where(answer => answer.IsFaulted), answer => Assert.IsType<StaleVersionException>(answer.Exception!.InnerException));
            Assert.Single(await Portal.Store.Read(append.StreamId));
        });

    [Fact]
    public void A_key_never_has_two_owners_whoever_claims_and_gives_up() =>
        Hold(Gen.Choose(0, 2).ListOf(), async kinds =>
        {
            var key = Any.Id().ToString();
            var owners = 0;
            await Task.WhenAll(kinds.Select((kind, i) => Task.Run(async () =>
            {
                var id = Any.Id();
                var claim = new Claim("code", key, id);
                if (!await Claims(portals[i % 2], claim)) return;
                Assert.Equal(1, Interlocked.Increment(ref owners));
                Interlocked.Decrement(ref owners);
                await portals[kind % 2].Store.Append(Any.Append(id, 1, Any.Moved(id)) with { Releases = [claim] });
            })));

            Assert.Equal(0, await Portal.Scalar<long>("select count(*) from reservation where key = $1", key));
        });

    private static void Hold<T>(Gen<T> any, Func<T, Task> law) =>
        Prop.ForAll(any.ToArbitrary(), value => law(value).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithQuietOnSuccess(true));

    /// <summary>One list of attempts for each caller.</summary>
    private static Gen<List<List<Attempt>>> Scripts()
    {
        var attempt =
            from parcel in Gen.Choose(0, 2)
            from kind in Gen.Choose(0, 3)
            from slip in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Constant(-1)), (1, Gen.Constant(1)))
            select new Attempt(parcel, kind, slip);
        return from callers in Gen.Choose(1, 8)
               from scripts in attempt.ListOf().Select(list => list.Take(12).ToList()).ListOf(callers)
               select scripts.ToList();
    }

    private static async Task Play(
        TestStore portal, List<Attempt> script, Guid[] parcels, ConcurrentBag<(Guid Parcel, long Version, long Position)> stored)
    {
        foreach (var attempt in script)
        {
            var parcel = parcels[attempt.Parcel];
            var expected = (await portal.Store.Read(parcel)).Count + attempt.Slip;
            try
            {
                var events = attempt.Events(parcel);
                var appended = await portal.Append(parcel, expected, events);
                for (var i = 0; i < events.Length; i++)
                    stored.Add((parcel, appended.Version - i, appended.Position - i));
            }
            catch (StaleVersionException)
            {
                // Somebody else was first, or the version was wrong from the beginning.
            }
        }
    }

    private async Task StreamIsWhole(Guid parcel, List<(Guid Parcel, long Version, long Position)> stored)
    {
        var events = await Portal.Store.Read(parcel);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(version => (long)version), events.Select(e => e.Version));
        Assert.Equal(events.Select(e => (e.Version, e.Position)), stored.Select(one => (one.Version, one.Position)).Order());
        Assert.Equal(events.Select(e => e.Position).Order(), events.Select(e => e.Position));
        Assert.Equal(events.Select(e => e.At).Order(), events.Select(e => e.At));
    }

    private Task<List<long>> Positions() => Portal.Source.Rows("select seq_id from mt_events order by seq_id", reader => reader.GetInt64(0));

    private static async Task<bool> Claims(TestStore portal, Claim claim)
    {
        try
        {
            await portal.Store.Append(Any.Sending(claim.Owner) with { Claims = [claim] });
            return true;
        }
        catch (ClaimTakenException)
        {
            return false;
        }
    }

    /// <param name="Slip">How far the expected version is from the one that was read.</param>
    private sealed record Attempt(int Parcel, int Kind, int Slip)
    {
        public object[] Events(Guid id) => Kind switch
        {
            0 => [Any.Sent(id)],
            1 => [Any.Moved(id)],
            2 => [Any.Sent(id), Any.Moved(id), new ParcelLabelled(id, ["a"], [])],
            _ => [new ParcelLost(id)],
        };
    }
}
