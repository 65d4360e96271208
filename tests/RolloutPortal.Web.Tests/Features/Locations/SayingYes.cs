using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>A form says what its buttons do, and speaks its reader's language, also where it is only sent back.</summary>
public sealed class SayingYes(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_change_that_is_asked_about_says_that_nothing_is_saved_and_its_button_answers()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var address = $"/locations/{portal.Rollout.NorthB}/description";
        var asked = await manager.Submit(await manager.Get(address), "#location-form", ("Form.Name", "Bosted Ny"), ("Form.From", "2022-06-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Intet er gemt endnu.", asked.Words, StringComparison.Ordinal);
        Assert.All(asked.Html.QuerySelectorAll("#location-form button[type=submit]"), button => Assert.Equal("Ja, gem", button.TextContent));
        Assert.NotNull(asked.Html.QuerySelector("#location-form .notice[autofocus] button[type=submit]"));
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.Submit(asked, "#location-form")).Status);

        var undo = await manager.Get($"/locations/{portal.Rollout.NorthB}/withdrawal?what=change&day=2022-06-01");
        Assert.Equal(["Ja, fortryd det", "Nej, lad det stå"], undo.Html.QuerySelectorAll("#withdrawal .form-actions > *").Select(one => one.TextContent));
    }

    [Theory]
    [InlineData("da", "man-fre 08.00-16.00; lør 09.00-12.00")]
    [InlineData("sv", "mån-fre 08:00-16:00; lör 09:00-12:00")]
    [InlineData("en", "Mon-Fri 08:00-16:00; Sat 09:00-12:00")]
    public async Task Opening_hours_stand_in_the_readers_language_and_are_read_back_as_they_were(string language, string written)
    {
        const string Canonical = "mon-fri 08:00-16:00; sat 09:00-12:00";
        await portal.Rollout.Do<Location, LocationEvent>(
            portal.Rollout.SouthB, l => l.Describe(l.History!.On(SmallRollout.Today) with { OpeningHours = Canonical }, SmallRollout.Today));
        var signedIn = await portal.SignIn(Role.RolloutManager);
        var manager = new Browser(signedIn.Client, signedIn.Account) { Language = language };
        var form = await manager.Get($"/locations/{portal.Rollout.SouthB}/description");

        Assert.Equal(written, form.Html.QuerySelector("#Form_OpeningHours")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.Submit(form, "#location-form")).Status);
        var known = await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(portal.Rollout.SouthB, TestContext.Current.CancellationToken);
        Assert.Equal(Canonical, known.State.History!.On(SmallRollout.Today).OpeningHours);
    }
}
