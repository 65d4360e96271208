using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.AccessLog;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

public sealed class ReviewingTexts(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Support_sees_what_was_kept_and_lets_it_stay_or_deletes_it()
    {
        var support = await portal.SignIn(Role.Support);
        var (stays, goes) = (await Kept("Sag 311257-5006 må blive"), await Kept("Sag 311257-5006 skal væk"));

        var page = await support.Get("/guard");
        Assert.Contains("Sag 311257-5006 må blive", page.Words, StringComparison.Ordinal);
        var approved = await support.Submit(page, $"form[action='/guard/texts/{stays.Text}/approval']");
        var deleted = await support.Submit(page, $"form[action='/tickets/{goes.Ticket}/texts/{goes.Text}/redaction']");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (approved.Status, deleted.Status));
        Assert.Empty((await support.Get("/guard")).Html.QuerySelectorAll($"form[action*='{stays.Text}'], form[action*='{goes.Text}']"));
        Assert.DoesNotContain("skal væk", (await support.Get($"/tickets/{goes.Ticket}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_those_who_clean_up()
    {
        var kept = await Kept("Sag 311257-5006");
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var elsewhere = await portal.SignIn(new Grant(Role.Support, ScopeKind.Location, rollout.SouthA));

        Assert.Equal(HttpStatusCode.Forbidden, (await superuser.Get("/guard")).Status);
        Assert.NotEmpty((await (await portal.SignIn(Role.Support)).Get("/guard")).Html.QuerySelectorAll("article"));
        Assert.Empty((await elsewhere.Get("/guard")).Html.QuerySelectorAll("article"));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Post($"/guard/texts/{kept.Text}/approval", from: "/guard")).Status);
    }

    [Fact]
    public async Task Whoever_administers_one_place_and_supports_another_sees_both_and_that_is_logged()
    {
        var kept = await Kept("Sag 311257-5006 hos begge");
        var both = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.SouthA), new Grant(Role.Support, ScopeKind.Location, rollout.NorthA));

        Assert.Contains("hos begge", (await both.Get("/guard")).Words, StringComparison.Ordinal);
        Assert.Contains(await portal.Services.LogOf(both.Account), entry => entry is { Kind: AccessKind.Read, Action: "GET /guard", Status: 200 });
        Assert.Equal(HttpStatusCode.SeeOther, (await both.Post($"/guard/texts/{kept.Text}/approval", from: "/guard")).Status);
    }

    [Fact]
    public async Task Reasons_wait_too_and_those_of_accounts_for_administrators_alone()
    {
        var (wave, text, account) = (rollout.Wave2, Guid.CreateVersion7(), await portal.OpenAccount(portal.WidestOf(Role.Reader)));
        await rollout.Do<Wave, WaveEvent>(
            wave, known => known.Move(SmallRollout.GoesLive.AddDays(7), text),
            new Together { Texts = [new WrittenText(text, wave, "Sag 311257-5006 i bølgen", WrittenBy: null, SmallRollout.Morning)] });
        await portal.Services.GetRequiredService<AccountDecisions>().Disable(account, by: null, "Sag 311257-5006 på kontoen");
        await Doubt(text, wave);
        await Doubt(await Source.Scalar<Guid>("select id from text where stream_id = $1", TestContext.Current.CancellationToken, account), account);

        var (support, administrator) = (await (await portal.SignIn(Role.Support)).Get("/guard"), await portal.SignIn(Role.Administrator));
        Assert.Contains("i bølgen", support.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("på kontoen", support.Words, StringComparison.Ordinal);
        foreach (var thing in new[] { $"/waves/{wave}", $"/accounts/{account}" })
            Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(await administrator.Get("/guard"), $"form[action^='{thing}/texts']")).Status);
        Assert.DoesNotContain("311257-5006 i bølgen", (await administrator.Get("/guard")).Words, StringComparison.Ordinal);
    }

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private Task<int> Doubt(Guid text, Guid about) => Source.Execute(
        "insert into doubtful_text (text_id, stream_id, at) values ($1, $2, $3)", TestContext.Current.CancellationToken, text, about, portal.Now());

    /// <summary>As the guard notes it with the ticket.</summary>
    private async Task<(Guid Ticket, Guid Text)> Kept(string words)
    {
        var ticket = await portal.Log(rollout.NorthA, portal.Now(), words: words);
        var text = (await portal.Row(ticket)).TextId;
        await Doubt(text, ticket);
        return (ticket, text);
    }
}
