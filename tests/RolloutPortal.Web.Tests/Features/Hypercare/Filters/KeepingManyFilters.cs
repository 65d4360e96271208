using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Filters;

/// <summary>Twenty filters at most and each name once, however many forms come at the same time.</summary>
public sealed class KeepingManyFilters(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Twenty_are_enough_and_the_same_form_twice_is_one()
    {
        var support = await portal.SignIn(Role.Support);
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await support.Keep(rollout, "?status=open", $"Nummer {i}")).Status);

        var form = await support.Get($"{All}/new?status=open");
        Assert.Contains("Du har 20 gemte filtre her", (await support.Submit(form, "form.form", ("Form.Name", "For mange"))).Words, StringComparison.Ordinal);

        await support.Submit(await support.Get(All), "form[action$=deletion]");
        Assert.Equal(HttpStatusCode.SeeOther, (await support.Submit(form, "form.form", ("Form.Name", "Den sidste"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await support.Submit(form, "form.form", ("Form.Name", "Den sidste"))).Status);
        Assert.Equal(20, (await support.Get(All)).Html.QuerySelectorAll("form[action$=deletion]").Length);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task However_many_forms_come_at_once_no_more_than_twenty_are_kept(int seed)
    {
        var (support, random) = (await portal.SignIn(Role.Support), new Random(seed));
        for (var (round, kept) = (0, 0); round < 3; round++)
        {
            var forms = new List<Answer>();
            for (var i = random.Next(9, 16); i > 0; i--)
                forms.Add(await support.Get($"{All}/new?status=open"));
            var answers = await Task.WhenAll(forms.Select((form, i) => support.Submit(form, "form.form", ("Form.Name", $"Runde {round} nummer {i}"))));

            var saved = Math.Min(20 - kept, forms.Count);
            Assert.Equal(saved, answers.Count(answer => answer.Status == HttpStatusCode.SeeOther));
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.SeeOther), answer => Assert.Contains("Du har 20 gemte filtre her", answer.Words, StringComparison.Ordinal));
            Assert.Equal(kept + saved, (await support.Get(All)).Html.QuerySelectorAll("form[action$=deletion]").Length);

            var given = random.Next(1, 5);
            for (var i = 0; i < given; i++)
                await support.Submit(await support.Get(All), "form[action$=deletion]");
            kept += saved - given;
        }
    }

    [Fact]
    public async Task Of_forms_at_once_one_has_the_name()
    {
        var support = await portal.SignIn(Role.Support);
        var forms = new List<Answer>();
        for (var i = 0; i < 6; i++) forms.Add(await support.Get($"{All}/new?status=open"));

        var answers = await Task.WhenAll(forms.Select((form, i) => support.Submit(form, "form.form", ("Form.Name", i % 2 == 0 ? "Det samme" : "DET SAMME"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.SeeOther), answer => Assert.Contains("Der er allerede et filter", answer.Words, StringComparison.Ordinal));
        Assert.Single((await support.Get(All)).Html.QuerySelectorAll("form[action$=deletion]"));
    }

    private string List => rollout.TicketList();

    private string All => rollout.Filters();
}
