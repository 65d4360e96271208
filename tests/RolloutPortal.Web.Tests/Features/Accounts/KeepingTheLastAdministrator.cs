using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class KeepingTheLastAdministrator(Server server) : OnOneDatabase(server)
{
    private PortalFactory here = null!;

    private AccountDecisions Decisions => here.Services.GetRequiredService<AccountDecisions>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        here = Node();
    }

    [Fact]
    public async Task One_of_two_may_go_and_not_the_other()
    {
        var (first, second) = (await Administrator(), await Administrator());

        Assert.Null(await Decisions.Disable(first, second, "Ny stilling"));

        Assert.Equal(AccountRefusals.LastAdministrator, (await Decisions.Disable(second, by: null, "Ny stilling"))?.Key);
        Assert.Equal(AccountRefusals.LastAdministrator, (await Decisions.RevokeRole(second, Grant.Everything))?.Key);
        Assert.Null(await Decisions.Enable(first, reason: null));
        Assert.Null(await Decisions.RevokeRole(second, Grant.Everything));
    }

    [Fact]
    public async Task Of_two_who_go_at_once_on_two_nodes_one_stays()
    {
        var there = Node();
        _ = there.Services;
        for (var round = 0; round < 5; round++)
        {
            var (first, second) = (await Administrator(), await Administrator());

            var refusals = await Task.WhenAll(
                Task.Run(() => Decisions.Disable(first, second, "Ny stilling")),
                Task.Run(() => there.Services.GetRequiredService<AccountDecisions>().RevokeRole(second, Grant.Everything)));

            Assert.Equal(AccountRefusals.LastAdministrator, Assert.Single(refusals, refusal => refusal is not null)!.Key);
            var left = Assert.Single(await Left());
            // Neither is to be counted in the next round.
            var next = await Administrator();
            Assert.Null(await Decisions.Disable(left, next, "Næste runde"));
            Assert.Null(await Decisions.Enable(next, reason: null));
            await Forget(next);
        }
    }

    [Fact]
    public async Task An_invited_one_does_not_count_before_they_are_here()
    {
        var (here, invited) = (await Administrator(), Guid.CreateVersion7());
        await Do(invited, account => account.Invite(invited, [Grant.Everything], "da", Guid.NewGuid()));

        Assert.Equal(AccountRefusals.LastAdministrator, (await Decisions.Disable(here, invited, "Ny stilling"))?.Key);
        await Do(invited, account => account.Arrive());
        Assert.Null(await Decisions.Disable(here, invited, "Ny stilling"));
    }

    private async Task<Guid> Administrator() => (await Holder.Open(here.Services, Holder.New(), Grant.Everything)).Id;

    private async Task Forget(Guid account) => await Do(account, a => a.RevokeRole(Grant.Everything, otherAdministrators: 1));

    private async Task Do(Guid id, Func<Account, Domain.Decision<AccountEvent>> decide) =>
        Assert.Null(await here.Services.GetRequiredService<Ledger>().Decide(id, decide));

    private async Task<IReadOnlyList<Guid>> Left()
    {
        var read = here.Services.GetRequiredService<ReadTables>();
        var open = (await read.Where<AccountRow>("not disabled and not invited")).Select(row => row.AccountId).ToHashSet();
        return [.. (await read.Where<GrantRow>("role = 'Administrator'")).Select(row => row.AccountId).Where(open.Contains)];
    }
}
