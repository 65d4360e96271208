using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Identity.Claims;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Identity;

public sealed class KeepingTheTableOfClaims(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_administrator_adds_a_rule_tries_it_and_takes_it_away()
    {
        var administrator = await portal.SignIn(Role.Administrator);
        var area = $"Area:{portal.Rollout.North}";
        var added = await administrator.Submit(
            await administrator.Get("/claim-rules"), "form[action='/claim-rules']",
            ("Form.ClaimValue", "ledere & <nord>"), ("Form.Role", "Leader"), ("Form.Scope", area));
        var page = await administrator.Get("/claim-rules");

        Assert.Equal((HttpStatusCode.SeeOther, "/claim-rules"), (added.Status, added.Location));
        Assert.Contains("ledere & <nord>", page.Html.QuerySelector("#claim-rules tbody")!.TextContent, StringComparison.Ordinal);

        var tried = await administrator.Submit(page, "#trial form", ("Trial.Claims", """{"sub": "x", "groups": ["a", "ledere & <nord>"]}"""));
        Assert.Contains("Områdeleder, " + await Name(administrator), tried.Words, StringComparison.Ordinal);
        var nothing = await administrator.Submit(page, "#trial form", ("Trial.Claims", "groups: b"));
        Assert.Contains("Ingen regel passer på de 1 claims", nothing.Words, StringComparison.Ordinal);
        var unread = await administrator.Submit(page, "#trial form", ("Trial.Claims", "{ no json"));
        Assert.Contains("Det kunne ikke læses som claims", unread.Words, StringComparison.Ordinal);

        var row = page.Html.QuerySelectorAll("#claim-rules tbody tr").Single(line => line.TextContent.Contains("ledere & <nord>", StringComparison.Ordinal));
        await administrator.Submit(page, $"form[action='{row.QuerySelector("form")!.GetAttribute("action")}']");
        Assert.DoesNotContain("ledere & <nord>", (await administrator.Get("/claim-rules")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.ClaimType", "", "Form_ClaimType")]
    [InlineData("Form.ClaimValue", "", "Form_ClaimValue")]
    [InlineData("Form.Scope", "Area:nonsense", "Form_Scope")]
    [InlineData("Form.Scope", "", "Form_Scope")]
    [InlineData("Form.Role", "ExternalProvider", "Form_Scope")]
    public async Task What_cannot_be_a_rule_is_said_beside_its_field(string field, string typed, string beside)
    {
        var administrator = await portal.SignIn(Role.Administrator);
        var refused = await administrator.Submit(
            await administrator.Get("/claim-rules"), "form[action='/claim-rules']",
            [.. new[] { ("Form.ClaimValue", "x") }.Where(one => one.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Html.QuerySelector($"#{beside}-message"));
    }

    [Fact]
    public async Task The_same_rule_twice_is_refused_and_the_same_form_twice_is_one()
    {
        var administrator = await portal.SignIn(Role.Administrator);
        var page = await administrator.Get("/claim-rules");
        async Task<HttpStatusCode> Send(Answer from) =>
            (await administrator.Submit(from, "form[action='/claim-rules']", ("Form.ClaimType", "dept"), ("Form.ClaimValue", "Social"), ("Form.Scope", "Portal"))).Status;

        Assert.Equal(HttpStatusCode.SeeOther, await Send(page));
        Assert.Equal(HttpStatusCode.SeeOther, await Send(page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(await administrator.Get("/claim-rules")));
    }

    [Theory]
    [InlineData("""{"realm_access":{"roles":["a","b"]},"n":1,"t":true,"x":null}""", "realm_access.roles=a realm_access.roles=b n=1 t=true")]
    [InlineData("groups: a\n dept = Social\n\nnothing\n: x", "groups=a dept=Social")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJncm91cHMiOiJhIn0.x", "groups=a")]
    [InlineData("[1,2]", "")]
    [InlineData("", "")]
    public void Claims_are_read_in_every_form_in_which_they_are_pasted(string pasted, string read) =>
        Assert.Equal(read, string.Join(' ', ClaimReading.OfPasted(pasted).Select(claim => $"{claim.Type}={claim.Value}")));

    private async Task<string> Name(Browser browser) =>
        (await browser.Get("/claim-rules")).Html.QuerySelector($"option[value='Area:{portal.Rollout.North}']")!.TextContent.Split(": ")[1];
}
