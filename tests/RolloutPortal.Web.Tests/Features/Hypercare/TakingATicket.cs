using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class TakingATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Whoever_is_second_is_told_who_was_first()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var (seenByFirst, seenBySecond) = (await first.Get($"/tickets/{id}"), await second.Get($"/tickets/{id}"));

        var won = await first.Submit(seenByFirst, Take(id));
        var lost = await second.Submit(seenBySecond, Take(id));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (won.Status, lost.Status));
        Assert.Matches("taget i mellemtiden. Den er nu hos: Prøve Person", lost.Words);
        Assert.Equal(first.Account, (await portal.Row(id)).AssigneeId);
        Assert.Contains("Hos dig", (await first.Get($"/tickets/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_ten_who_take_it_at_once_one_has_it()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.SignIn(Role.Support)));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var pages = await Task.WhenAll(people.Select(person => person.Get($"/tickets/{id}")));

        var answers = await Task.WhenAll(people.Select((person, i) => person.Submit(pages[i], Take(id))));

        var winner = Assert.Single(Enumerable.Range(0, 10), i => answers[i].Status == HttpStatusCode.SeeOther);
        Assert.Equal(people[winner].Account, (await portal.Row(id)).AssigneeId);
        Assert.Equal(9, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task To_take_over_from_a_colleague_is_a_decision_of_its_own()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        await first.Submit(await first.Get($"/tickets/{id}"), Take(id));

        var page = await second.Get($"/tickets/{id}");
        var answer = await second.Submit(page, Take(id));

        Assert.Contains("Overtag sagen", page.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, second.Account), (answer.Status, (await portal.Row(id)).AssigneeId));
    }

    [Fact]
    public async Task Released_it_is_nobodys()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());
        await support.Submit(await support.Get($"/tickets/{id}"), Take(id));

        var answer = await support.Submit(await support.Get($"/tickets/{id}"), Release(id));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal((TicketStatus.Open, null), ((await portal.Row(id)).Status, (await portal.Row(id)).AssigneeId));
    }

    [Fact]
    public async Task What_a_colleague_has_taken_over_meanwhile_stays_theirs()
    {
        var (first, second) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Support));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        await first.Submit(await first.Get($"/tickets/{id}"), Take(id));
        var seenByFirst = await first.Get($"/tickets/{id}");
        await second.Submit(await second.Get($"/tickets/{id}"), Take(id));

        var lost = await first.Submit(seenByFirst, Release(id));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Matches("taget i mellemtiden. Den er nu hos: Prøve Person", lost.Words);
        Assert.Equal((TicketStatus.Taken, second.Account), ((await portal.Row(id)).Status, (await portal.Row(id)).AssigneeId));

        var again = await first.Submit(lost, Release(id));
        Assert.Equal((HttpStatusCode.SeeOther, TicketStatus.Open), (again.Status, (await portal.Row(id)).Status));
    }

    private static string Release(Guid id) => $"form[action='/tickets/{id}/release']";

    private static string Take(Guid id) => $"form[action='/tickets/{id}/assignment']";
}
