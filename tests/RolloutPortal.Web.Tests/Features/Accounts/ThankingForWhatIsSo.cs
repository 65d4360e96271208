using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>Anybody can write an address: a receipt in it is shown where it can be true.</summary>
public sealed class ThankingForWhatIsSo(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_open_account_is_not_said_to_be_closed()
    {
        var administrator = await portal.SignIn(Role.Administrator);

        Assert.Null((await administrator.Get($"/accounts/{administrator.Account}?done=disabled")).Html.QuerySelector(".notice[data-tone=ok]"));
        Assert.NotNull((await administrator.Get($"/accounts/{administrator.Account}?done=enabled")).Html.QuerySelector(".notice[data-tone=ok]"));
    }

    [Fact]
    public async Task No_more_locations_have_come_to_a_wave_than_it_has()
    {
        var manager = await portal.SignIn(Role.RolloutManager);

        Assert.DoesNotContain("999", (await manager.Get($"/waves/{portal.Rollout.Wave2}/locations?done=assigned&count=999999")).Words, StringComparison.Ordinal);
    }
}
