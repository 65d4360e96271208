using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Testing.Live;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

public class WatchingTopics(Server server) : IAsyncLifetime
{
    private readonly Portal portal = new(server) { OnPort = true };

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Only_topics_that_one_may_read_are_granted()
    {
        await using var superuser = await Connect(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));

        var granted = await superuser.Watch(
            $"hypercare/{portal.Rollout.NorthA}", $"hypercare/{portal.Rollout.SouthA}", $"hypercare/{portal.Rollout.North}", $"hypercare/{portal.Rollout.Programme}", "nonsense");

        Assert.Equal([$"hypercare/{portal.Rollout.NorthA}"], granted);
    }

    [Fact]
    public async Task What_happens_to_a_location_nudges_its_wave_its_area_and_the_programme()
    {
        await using var manager = await Connect(new Grant(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme));
        var wanted = new[] { portal.Rollout.SouthB, portal.Rollout.Wave2, portal.Rollout.South, portal.Rollout.Programme }.Select(id => $"rollout/{id}").ToHashSet();
        await manager.Watch([.. wanted]);
        var heard = Hear(manager, wanted);

        await portal.Rollout.Do<Wave, WaveEvent>(portal.Rollout.Wave2, wave => wave.Assign(portal.Rollout.SouthB));

        await heard;
    }

    [Fact]
    public async Task What_happens_to_a_wave_nudges_its_locations_and_the_boards_of_hypercare()
    {
        await using var leader = await Connect(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North));
        var wanted = new[] { $"rollout/{portal.Rollout.NorthB}", $"hypercare/{portal.Rollout.NorthB}", $"hypercare/{portal.Rollout.North}" }.ToHashSet();
        Assert.Equal(wanted, (await leader.Watch([.. wanted])).ToHashSet());
        var heard = Hear(leader, wanted);

        await portal.Rollout.Do<Wave, WaveEvent>(portal.Rollout.Wave2, wave => wave.Move(SmallRollout.GoesLive.AddDays(7), Guid.CreateVersion7()));

        await heard;
    }

    [Fact]
    public async Task A_new_name_of_an_area_nudges_whoever_sees_only_a_part_of_it()
    {
        await using var superuser = await Connect(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));
        var wanted = new HashSet<string> { $"rollout/{portal.Rollout.NorthA}" };
        await superuser.Watch([.. wanted]);
        var heard = Hear(superuser, wanted);

        await portal.Rollout.Do<Programme, ProgrammeEvent>(portal.Rollout.Programme, programme => programme.RenameArea(portal.Rollout.North, "Bosteder i nord"));

        await heard;
    }

    [Fact]
    public async Task How_far_a_file_is_nudges_whoever_may_import_whichever_node_works_on_it()
    {
        await using var manager = await Connect(new Grant(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme));
        await using var superuser = await Connect(new Grant(Role.Superuser, ScopeKind.Programme, portal.Rollout.Programme));
        var topic = $"imports/{portal.Rollout.Programme}";
        Assert.Empty(await superuser.Watch(topic));
        Assert.Equal([topic], await manager.Watch(topic));
        var source = portal.Services.GetRequiredService<NpgsqlDataSource>();
        var file = Guid.CreateVersion7();
        var heard = Hear(manager, [topic]);

        // Held by a node that is not this one.
        await source.Execute(
            """
            insert into import (id, programme_id, kind, file_name, state, held_until, created_by, created_at)
            values ($1, $2, 'employees', 'fil.csv', 'Checking', now() + interval '1 hour', $1, now())
            """,
            default, file, portal.Rollout.Programme);
        await heard;

        heard = Hear(manager, [topic]);
        await source.Execute("update import set share = 0.5 where id = $1", default, file);
        await heard;
    }

    [Fact]
    public async Task Nonsense_is_granted_nothing_and_closes_nothing()
    {
        await using var reader = await Connect(new Grant(Role.Reader, ScopeKind.Programme, portal.Rollout.Programme));

        Assert.Empty(await reader.Watch(null!));
        Assert.Empty(await reader.Watch(null!, "", "/", "ticket/", $"ticket/{Guid.NewGuid()}", $"account/{Guid.NewGuid()}"));
        Assert.False(reader.Closed.IsCompleted);
    }

    [Fact]
    public async Task Tickets_are_granted_to_whoever_sees_tickets_where_they_happened()
    {
        var (mine, other) = (await LogTicket(portal.Rollout.NorthA), await LogTicket(portal.Rollout.SouthA));
        await using var superuser = await Connect(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA));

        Assert.Equal([$"ticket/{mine}"], await superuser.Watch($"ticket/{other}", $"ticket/{mine}"));
    }

    /// <returns>When all of the topics have been nudged.</returns>
    private static Task Hear(LiveClient client, HashSet<string> wanted)
    {
        var heard = new HashSet<string>();
        var all = new TaskCompletionSource();
        client.Nudged += topics =>
        {
            heard.UnionWith(topics);
            if (heard.IsSupersetOf(wanted)) all.TrySetResult();
        };
        return all.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task<Guid> LogTicket(Guid location)
    {
        var (ticket, text) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var problem = new Problem(location, ModuleId: null, TicketKind.Fault, Impact.Team, Urgency.WorkaroundOk, SafetyOrPersonalData: false, 5);
        await portal.Rollout.Do<Ticket, TicketEvent>(
            ticket, t => t.Log(new LogTicket(ticket, problem, text, Guid.CreateVersion7(), Channel.Portal, IsRepeat: false, SmallRollout.Morning), HypercarePeriod.None, SmallRollout.Today));
        return ticket;
    }

    private async Task<LiveClient> Connect(params Grant[] grants) =>
        await LiveClient.Connect(portal.Address!, await portal.Cookie(await portal.OpenAccount(grants)));
}
