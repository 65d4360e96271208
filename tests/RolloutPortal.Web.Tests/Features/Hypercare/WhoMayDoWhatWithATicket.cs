using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>Every action on a ticket, by role and by the ticket's state, against one table.</summary>
public sealed class WhoMayDoWhatWithATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    /// <summary>Who may at all: y; n is 403.</summary>
    private const string ByRole =
        """
        |                     | assignment | release | comments | resolution | reopening | correction | withdrawal | redaction |
        | Administrator       | n          | n       | y        | n          | n         | n          | n          | y         |
        | RolloutManager      | y          | y       | y        | y          | y         | y          | y          | y         |
        | Leader              | n          | n       | y        | n          | n         | n          | n          | n         |
        | Superuser           | y          | y       | y        | y          | y         | n          | n          | n         |
        | Support             | y          | y       | y        | y          | y         | y          | y          | y         |
        | TrainingCoordinator | n          | n       | y        | n          | n         | n          | n          | n         |
        | Reader              | n          | n       | n        | n          | n         | n          | n          | n         |
        """;

    /// <summary>What becomes of it when support does it: ok, or the refusal that is not.</summary>
    private const string ByState =
        """
        |           | assignment | release | comments | resolution | reopening | correction | withdrawal | redaction |
        | Open      | ok         | ok      | ok       | ok         | no        | ok         | ok         | ok        |
        | Taken     | ok         | ok      | ok       | ok         | no        | ok         | ok         | ok        |
        | Resolved  | no         | no      | ok       | no         | ok        | ok         | no         | ok        |
        | Withdrawn | no         | no      | no       | no         | no        | no         | no         | ok        |
        """;

    public static TheoryData<string, string, string> Roles => Read(ByRole);

    public static TheoryData<string, string, string> States => Read(ByState);

    [Theory, MemberData(nameof(Roles))]
    public async Task By_role(string role, string act, string expected)
    {
        var person = await portal.SignIn(Enum.Parse<Role>(role));
        var id = await portal.Log(rollout.NorthA, portal.Now());
        if (act == "reopening") await portal.Act(id, ticket => ticket.Resolve(Cause.Training, null, portal.Now()));

        var answer = await Do(person, id, act);

        Assert.Equal(expected == "y" ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory, MemberData(nameof(States))]
    public async Task By_state(string state, string act, string expected)
    {
        var person = await portal.SignIn(Role.Support);
        var id = await In(Enum.Parse<TicketStatus>(state));

        var answer = await Do(person, id, act);

        Assert.Equal(expected == "ok" ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict, answer.Status);
    }

    [Theory, InlineData("correction"), InlineData("withdrawal"), InlineData("redaction")]
    public async Task Reporters_put_right_what_they_wrote_themselves(string act)
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Min egen");

        Assert.Equal(HttpStatusCode.SeeOther, (await Do(superuser, id, act)).Status);
    }

    [Fact]
    public async Task Reporters_delete_nothing_that_others_wrote()
    {
        var (superuser, support) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Support));
        var id = await superuser.LogTicket(rollout.NorthA, "Min egen");
        await support.Submit(await support.Get($"/tickets/{id}"), "#comment", ("words", "Supports egne ord"));
        var own = (await portal.Row(id)).TextId;
        var theirs = (await support.Get($"/tickets/{id}")).Html.QuerySelectorAll("a[href$='/redaction']").Select(link => link.GetAttribute("href")!)
            .Single(href => !href.Contains($"{own}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, (await superuser.Get(theirs)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await superuser.Post(theirs, from: $"/tickets/{id}")).Status);
        Assert.Contains("Supports egne ord", (await superuser.Get($"/tickets/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_reopens_what_they_reported_themselves()
    {
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Location, rollout.NorthA));
        var id = await leader.LogTicket(rollout.NorthA, "Sker igen");
        await portal.Act(id, ticket => ticket.Resolve(Cause.Training, null, portal.Now()));

        Assert.Equal(HttpStatusCode.SeeOther, (await Do(leader, id, "reopening")).Status);
    }

    [Theory]
    [InlineData("assignment"), InlineData("release"), InlineData("comments"), InlineData("resolution")]
    [InlineData("reopening"), InlineData("correction"), InlineData("withdrawal"), InlineData("redaction")]
    public async Task Out_of_scope_there_is_no_such_ticket(string act)
    {
        var support = await portal.SignIn(new Grant(Role.Support, ScopeKind.Area, rollout.South));
        var id = await portal.Log(rollout.NorthA, portal.Now());

        Assert.Equal(HttpStatusCode.NotFound, (await Do(support, id, act)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await support.Get($"/tickets/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await support.Get($"/tickets/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task An_external_provider_sees_no_names()
    {
        var provider = await portal.SignIn(new Grant(Role.ExternalProvider, ScopeKind.Provider, rollout.Provider));
        var support = await portal.SignIn(Role.Support);
        var id = await support.LogTicket(rollout.SouthB, "Hos leverandøren");
        await support.Submit(await support.Get($"/tickets/{id}"), $"form[action='/tickets/{id}/assignment']");

        var main = (await provider.Get($"/tickets/{id}")).Html.QuerySelector("main")!;
        // Whoever prints it stands on the paper, and is nobody else.
        main.QuerySelector(".printed")!.Remove();
        Assert.DoesNotContain("Prøve Person", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Support", (await provider.Get($"/tickets/{id}")).Words, StringComparison.Ordinal);
    }

    private async Task<Answer> Do(Browser person, Guid id, string act)
    {
        var row = await portal.Row(id);
        var fields = new Dictionary<string, string>
        {
            ["from"] = row.AssigneeId?.ToString() ?? "",
            ["words"] = "Fordi",
            ["cause"] = "Training",
            ["WhatHappens"] = "Rettet",
            ["Impact"] = "OneUser",
            ["Urgency"] = "WorkaroundOk",
            ["Kind"] = "Fault",
            ["AffectedUsers"] = "1",
            ["Seen"] = $"{(await portal.Services.GetRequiredService<Ledger>().Load<Ticket, TicketEvent>(id, TestContext.Current.CancellationToken)).Version}",
        };
        return await person.Post($"/tickets/{id}/{(act == "redaction" ? $"texts/{row.TextId}/redaction" : act)}", fields, from: "/me");
    }

    private async Task<Guid> In(TicketStatus status)
    {
        var id = await portal.Log(rollout.NorthA, portal.Now());
        if (status is TicketStatus.Taken) await portal.Act(id, ticket => ticket.Take(Guid.CreateVersion7(), portal.Now()));
        if (status is TicketStatus.Resolved) await portal.Act(id, ticket => ticket.Resolve(Cause.Training, null, portal.Now()));
        if (status is TicketStatus.Withdrawn) await portal.Act(id, ticket => ticket.Withdraw(Guid.CreateVersion7(), portal.Now()));
        return id;
    }

    private static TheoryData<string, string, string> Read(string table)
    {
        string[][] lines = [.. table.Split('\n').Select(line => line.Trim('|', '\r').Split('|', StringSplitOptions.TrimEntries))];
        var data = new TheoryData<string, string, string>();
        foreach (var line in lines.Skip(1))
            foreach (var (act, expected) in lines[0].Skip(1).Zip(line.Skip(1)))
                data.Add(line[0], act, expected);
        return data;
    }
}
