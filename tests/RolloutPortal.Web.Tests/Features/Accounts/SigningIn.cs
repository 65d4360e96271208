using System.Net;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class SigningIn(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_right_password_opens_the_portal_and_leads_where_one_was_going()
    {
        var who = await Holder.Open(portal);
        var browser = portal.Anonymous();

        var sent = await browser.Get("/me?tab=1");
        Assert.Equal("/sign-in?returnUrl=%2Fme%3Ftab%3D1", new Uri(new("http://localhost"), sent.Location).PathAndQuery);
        var answer = await browser.Submit(await browser.Get(sent.Location!), "form[action='/sign-in']", ("Email", who.Email), ("Password", who.Password));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/me?tab=1", answer.Location);
        Assert.Contains(who.Name, (await browser.Get("/me")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("da", "E-mailadressen eller adgangskoden er forkert")]
    [InlineData("sv", "E-postadressen eller lösenordet är fel")]
    [InlineData("en-US", "The e-mail address or the password is wrong")]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string language, string message)
    {
        var who = await Holder.Open(portal);

        var wrong = await Enter(who with { Password = "et helt andet ord" }, language);
        var unknown = await Enter(who with { Email = "ingen@eksempel.dk" }, language);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains(message, wrong.Words, StringComparison.Ordinal);
        Assert.Equal(wrong.Words, unknown.Words);
        Assert.Equal(who.Email, wrong.Html.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.DoesNotContain("et helt andet ord", wrong.Text, StringComparison.Ordinal);
    }

    private async Task<Answer> Enter(Holder who, string language)
    {
        var browser = portal.Anonymous(language);
        return await browser.Submit(await browser.Get("/sign-in"), "form[action='/sign-in']", ("Email", who.Email), ("Password", who.Password));
    }
}
