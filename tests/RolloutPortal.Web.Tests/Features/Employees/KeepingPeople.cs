using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

public sealed class KeepingPeople(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    private string List => $"/programmes/{rollout.Programme}/employees";

    [Fact]
    public async Task Somebody_new_is_on_the_list_and_has_a_page()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var answer = await New(manager, ("Form.WorkKey", "0007"), ("Form.Name", "Bodil Ankersø"), ("Form.Email", "bodil@eksempel.invalid"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("Bodil Ankersø", (await manager.Get(answer.Location!)).Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("Bodil Ankersø", (await manager.Get($"{List}?q=0007")).Words);
        Assert.DoesNotContain("Bodil Ankersø", (await manager.Get($"{List}?q=0007&on=2021-01-01")).Words);
    }

    [Theory]
    [InlineData("Form.WorkKey", "")]
    [InlineData("Form.Name", " ")]
    [InlineData("Form.Email", "Bo <bo@eksempel.invalid>")]
    [InlineData("Form.LocationId", "")]
    [InlineData("Form.LocationId", "019d0000-0000-7000-8000-000000000001")]
    [InlineData("Form.Role", "")]
    [InlineData("Form.From", "2022-02-30")]
    [InlineData("Form.From", "")]
    public async Task What_cannot_be_is_told_beside_its_field(string field, string typed)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var answer = await New(manager, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Html.QuerySelector($"#{field.Replace('.', '_')}-message")!.TextContent);
    }

    [Fact]
    public async Task A_key_and_an_address_are_one_persons_also_when_several_come_at_once()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        await manager.Get(List);
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => manager.Get($"{List}/new")));
        var answers = await Task.WhenAll(forms.Select((form, i) => Send(manager, form, ("Form.WorkKey", i % 2 == 0 ? "k99" : "K99"), ("Form.Email", $"k99-{i}@eksempel.invalid"))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.SeeOther);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.SeeOther), answer => Assert.NotNull(answer.Html.QuerySelector("#Form_WorkKey-message")));
    }

    [Theory]
    [InlineData("SKJULT1", "andet1@e.dk", EmployeeRefusals.KeyTaken)]
    [InlineData("ANDEN1", "skjult1@e.dk", EmployeeRefusals.EmailTaken)]
    public async Task What_only_the_database_knows_to_be_taken_is_told_for_what_it_is(string key, string email, string refusal)
    {
        var source = portal.Services.GetRequiredService<NpgsqlDataSource>();
        await source.Execute(
            "insert into employee (id, key, email, erased_number, created_at) values ($1, $2, 'skjult1@e.dk', 999901, now()) on conflict do nothing",
            default, Guid.NewGuid(), WorkKey.Canonical("SKJULT1"));
        var period = new EmployeePeriod(Guid.CreateVersion7(), rollout.NorthA, "Leder", new(2022, 1, 1), null);

        Assert.Equal(refusal, (await portal.Services.GetRequiredService<EmployeeDesk>().Add(Guid.CreateVersion7(), key, "Ane Prøve", email, period))?.Key);
    }

    [Fact]
    public async Task A_move_is_told_at_both_places_and_can_be_taken_back()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await rollout.Employ(rollout.NorthA, "Rune Flytter");
        var page = await manager.Get($"/employees/{id}");
        var form = await manager.Get(page.Html.QuerySelector("a[href*='/move?']")!.GetAttribute("href")!);
        var moved = await manager.Submit(form, "#employee-act", ("Form.LocationId", $"{rollout.SouthA}"), ("Form.From", "2022-05-01"));

        Assert.Equal(HttpStatusCode.SeeOther, moved.Status);
        Assert.Contains("til Bosted Amager 1. maj 2022", (await manager.Get($"{List}?q=Rune+Flytter")).Words);
        Assert.Contains("fra Bosted Nørrebro", (await manager.Get($"{List}?q=Rune+Flytter&location={rollout.SouthA}&on=2022-05-01")).Words);
        Assert.Contains("Rune Flytter", (await manager.Get($"{List}?location={rollout.SouthA}&show=came&on=2022-05-10")).Words);
        Assert.Contains("Rune Flytter", (await manager.Get($"{List}?location={rollout.NorthA}&show=left&on=2022-05-10")).Words);

        page = await manager.Get($"/employees/{id}");
        form = await manager.Get(page.Html.QuerySelectorAll("a[href*='/withdrawal?']").Single(link => link.TextContent == "Fortryd").GetAttribute("href")!);
        await manager.Submit(form, "#employee-act");
        Assert.DoesNotContain("Rune Flytter", (await manager.Get($"{List}?location={rollout.SouthA}&on=2022-05-01")).Words);
        Assert.Contains("Rune Flytter", (await manager.Get($"{List}?location={rollout.NorthA}&on=2022-05-01")).Words);
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_and_may_save_all_the_same()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await rollout.Employ(rollout.NorthA);
        var forms = new[] { await manager.Get($"/employees/{id}/details"), await manager.Get($"/employees/{id}/details") };
        await manager.Submit(forms[0], "#employee-act", ("Form.Name", "Første Navn"));
        var late = await manager.Submit(forms[1], "#employee-act", ("Form.Name", "Andet Navn"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Andet Navn", late.Html.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await manager.Submit(late, "#employee-act")).Status);
        Assert.Equal("Andet Navn", (await manager.Get($"/employees/{id}")).Html.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_form_sent_twice_is_no_conflict()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var id = await rollout.Employ(rollout.NorthA);
        var form = await manager.Get($"/employees/{id}/end");
        await manager.Submit(form, "#employee-act", ("Form.From", "2022-06-30"));

        Assert.Equal(HttpStatusCode.SeeOther, (await manager.Submit(form, "#employee-act", ("Form.From", "2022-06-30"))).Status);
    }

    [Fact]
    public async Task A_leader_sees_the_people_of_their_area_and_nobody_else()
    {
        await rollout.Employ(rollout.NorthA, "Nord Nielsen");
        var elsewhere = await rollout.Employ(rollout.SouthA, "Syd Sørensen");
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, rollout.North));
        var page = await leader.Get($"{List}?q=s%C3%B8rensen");

        Assert.DoesNotContain("Syd Sørensen", page.Words);
        Assert.Contains("Nord Nielsen", (await leader.Get($"{List}?q=nielsen")).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/employees/{elsewhere}")).Status);
        Assert.DoesNotContain("Bosted Amager", (await leader.Get($"{List}/count")).Words);
    }

    [Fact]
    public async Task Of_places_that_one_does_not_see_a_page_says_only_that_there_is_one()
    {
        var id = await rollout.Employ(rollout.NorthA, "To Steder");
        var desk = portal.Services.GetRequiredService<EmployeeDesk>();
        await desk.Change(id, seen: null, person => person.AlsoWork(new EmployeePeriod(Guid.CreateVersion7(), rollout.SouthA, "Vikar", new DateOnly(2022, 1, 1), null)));
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, rollout.North));
        var page = await leader.Get($"/employees/{id}");

        Assert.Contains("et andet sted", page.Words);
        Assert.DoesNotContain("Bosted Amager", page.Words);
    }

    [Fact]
    public async Task A_wrong_filter_is_as_good_as_none()
    {
        var manager = await portal.SignIn(Role.RolloutManager);

        foreach (var query in new[] { "on=i+dag", "on=0001-01-01", "show=%27", "sort=%27;", "page=-3", "role=%25", "q=%25%27_%5C" })
            Assert.Equal(HttpStatusCode.OK, (await manager.Get($"{List}?{query}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.Get($"{List}/count?on=x&known=y&role=%27")).Status);
    }

    private async Task<Answer> New(Browser browser, params (string, string)[] changes) => await Send(browser, await browser.Get($"{List}/new"), changes);

    private Task<Answer> Send(Browser browser, Answer form, params (string Name, string Value)[] changes)
    {
        var unique = Guid.NewGuid().ToString("N")[..8];
        (string Name, string Value)[] fields =
        [
            ("Form.WorkKey", unique), ("Form.Name", "Prøve Person"), ("Form.Email", $"{unique}@eksempel.invalid"), ("Form.LocationId", $"{rollout.NorthA}"),
            ("Form.Role", "Pædagog"), ("Form.From", "2022-01-01"),
        ];
        return browser.Submit(form, "#employee-act", [.. fields.Where(field => changes.All(change => change.Name != field.Name)), .. changes]);
    }
}
