using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Who may be erased, by whom, and what whoever is about to do it is told.</summary>
public sealed class AskingBeforeErasing(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Whoever_left_twelve_months_ago_is_shown_and_nobody_else()
    {
        var gone = await rollout.Employ(rollout.NorthA, "Forlængst Borte", from: new(2019, 1, 1), to: new(2021, 1, 24));
        await rollout.Employ(rollout.NorthA, "Nylig Borte", from: new(2019, 1, 1), to: new(2021, 1, 26));
        var administrator = await portal.SignIn(Role.Administrator);
        var page = await administrator.Get("/employees/erasable");

        Assert.NotNull(page.Html.QuerySelector($"a[href='/employees/{gone}/erasure']"));
        Assert.DoesNotContain("Nylig Borte", page.Words);
        Assert.Contains("Forlængst Borte", (await administrator.Get($"/employees/{gone}/erasure")).Words);
    }

    [Fact]
    public async Task The_question_counts_texts_within_reach_and_no_address_holds_the_name()
    {
        var id = await rollout.Employ(rollout.NorthA, "Wilfreda Mentz");
        foreach (var (location, words) in new[] { (rollout.NorthA, "Spørg wilfreda mentz"), (rollout.SouthA, "Wilfreda Mentz har nøglen") })
            await portal.Log(location, portal.Now(), words: words);

        var all = await (await portal.SignIn(Role.Administrator)).Get($"/employees/{id}/erasure");
        var own = await (await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.NorthA))).Get($"/employees/{id}/erasure");

        Assert.Contains("Navnet står i 2 tekster", all.Words, StringComparison.Ordinal);
        Assert.Contains("Navnet står i 1 tekst,", own.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(all.Html.QuerySelectorAll("a[href], form[action]"), link => (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Contains("mentz", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_has_changed_since_the_question_is_read_before_it_is_confirmed()
    {
        var id = await rollout.Employ(rollout.NorthA, "Wilma Uspurgt");
        var administrator = await portal.SignIn(Role.Administrator);
        var question = await administrator.Get($"/employees/{id}/erasure");
        Assert.Null(await portal.Services.GetRequiredService<EmployeeDesk>().Change(
            id, seen: null, person => person.Correct(person.Periods[0].PeriodId, rollout.NorthA, "Nattevagt", person.Periods[0].From, null)));

        var lost = await administrator.Submit(question, "#erasure", ("Form.Confirmed", "true"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Medarbejderen er ændret, siden du åbnede siden", lost.Words, StringComparison.Ordinal);
        Assert.False(lost.Html.QuerySelector("#erasure input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Contains("Wilma Uspurgt", (await administrator.Get($"/employees/{id}")).Words, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(lost, "#erasure", ("Form.Confirmed", "true"))).Status);
        Assert.DoesNotContain("Wilma Uspurgt", (await administrator.Get($"/employees/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_an_erasure_is_the_day_there()
    {
        var id = await rollout.Employ(rollout.NorthA);
        Assert.Null(await portal.Services.GetRequiredService<EmployeeErasure>().Erase(id));
        await Source.Execute("update employee set erased_at = '2022-01-23 23:30+00' where id = $1", default, id);

        Assert.Contains("24. jan. 2022", (await (await portal.SignIn(Role.RolloutManager)).Get($"/employees/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_erase_is_offered_it_and_nobody_else()
    {
        var (moved, here) = (await rollout.Employ(rollout.SouthA), await rollout.Employ(rollout.NorthA));
        var desk = portal.Services.GetRequiredService<EmployeeDesk>();
        Assert.Null(await desk.Change(moved, seen: null, person => person.Correct(person.Periods[0].PeriodId, rollout.NorthA, "Pædagog", person.Periods[0].From, null)));
        var own = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.NorthA));

        foreach (var id in new[] { moved, here })
        {
            Assert.Equal(HttpStatusCode.OK, (await own.Get($"/employees/{id}/erasure")).Status);
            Assert.NotNull((await own.Get($"/employees/{id}")).Html.QuerySelector("a[href$='/erasure']"));
        }
    }
}
