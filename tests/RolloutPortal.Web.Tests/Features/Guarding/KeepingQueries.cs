using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>What a filter keeps is read decoded, as it is kept.</summary>
public sealed class KeepingQueries(Portal portal) : InTheYear2058(portal)
{
    private string All => $"/programmes/{Rollout.Programme}/filters";

    [Theory]
    [InlineData("?q=31+12+57+5005")]
    [InlineData("?q=311257%E2%80%8B5005")]
    [InlineData("?q=311257%C2%A05005")]
    [InlineData("?q=311257%E2%80%935005")]
    [InlineData("?q=311257%0A5005")]
    [InlineData("?q=311257%25E2%2580%25935005")]
    [InlineData("?q=311257&q=5005")]
    public async Task A_certain_number_is_kept_however_it_is_encoded_by_nobody(string query)
    {
        var support = await Portal.SignIn(Role.Support);

        var refused = await Keep(support, query);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await Source.Scalar<long>("select count(*) from saved_filter where owner_id = $1", TestContext.Current.CancellationToken, support.Account));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("\u2013")]
    [InlineData("\u00A0")]
    public async Task A_doubtful_one_is_searched_for_and_asked_about_before_it_is_kept(string between)
    {
        var support = await Portal.SignIn(Role.Support);
        var query = $"?q={Uri.EscapeDataString($"311257{between}5006")}";

        var list = await support.Get($"/programmes/{Rollout.Programme}/tickets{query}");
        var asked = await Keep(support, query);
        var box = asked.Html.QuerySelector("input[name=guard-answer]")!.GetAttribute("value")!;
        var kept = await Keep(support, query, ("guard-answer", box));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (list.Status, asked.Status, kept.Status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await support.Get($"/programmes/{Rollout.Programme}/tickets?q={Uri.EscapeDataString($"311257{between}5005")}")).Status);
    }

    private async Task<Answer> Keep(Browser who, string query, params (string Name, string Value)[] more) => await who.Post(
        All, [new("Form.Id", $"{Guid.CreateVersion7()}"), new("Form.Name", "Et filter"), new("Form.Query", query), .. more.Select(one => KeyValuePair.Create(one.Name, one.Value))], $"{All}/new?status=open");
}
