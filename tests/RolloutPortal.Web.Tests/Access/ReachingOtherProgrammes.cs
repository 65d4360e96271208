using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Features.Imports;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Whoever plans and imports in one programme reaches nothing and nobody of another one, and one area nothing of the next.</summary>
public sealed class ReachingOtherProgrammes(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_part_is_opened_in_an_area_of_the_programme()
    {
        var other = await rollout.FoundAnother("Fremmed", "FR1");
        var planner = await portal.SignIn(Role.RolloutManager);
        var form = await planner.Get($"/locations/{rollout.SouthB}/split");

        foreach (var area in new[] { other.Area, Guid.NewGuid() })
        {
            var answer = await planner.Submit(
                form, "#location-act", ("Form.From", "2022-02-15"), ("Form.Parts[0].Name", "Del A"), ("Form.Parts[0].Code", "RA1"), ("Form.Parts[0].Users", "1"),
                ("Form.Parts[1].Name", "Del B"), ("Form.Parts[1].Code", "RA2"), ("Form.Parts[1].Users", "1"), ("Form.Parts[0].AreaId", $"{area}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.NotNull(answer.Html.QuerySelector("#Form_Parts_0__AreaId-message"));
        }
    }

    [Fact]
    public async Task Locations_of_two_programmes_are_not_merged_whoever_asks()
    {
        var other = await rollout.FoundAnother("Nabo", "NA1");
        var administrator = await portal.SignIn(Role.Administrator);
        var form = await administrator.Get($"/locations/{rollout.NorthA}/merger");

        var answer = await administrator.Submit(form, "#location-act", ("Form.From", "2022-02-15"), ("Form.Others", $"{other.Location}"), ("Form.Into", $"{other.Location}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Theory]
    [InlineData("split")]
    [InlineData("merger")]
    public async Task A_form_with_nothing_in_it_is_asked_for_what_is_missing(string deed)
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = $"/locations/{rollout.SouthA}/{deed}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planner.Post(page)).Status);
    }

    [Fact]
    public async Task A_merger_is_undone_by_whoever_plans_for_all_of_it()
    {
        var (planner, north) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Area, rollout.North)));
        var page = $"/locations/{rollout.NorthB}";
        var asked = await planner.Submit(
            await planner.Get($"{page}/merger"), "#location-act", ("Form.From", "2022-03-01"), ("Form.Others", $"{rollout.SouthB}"),
            ("Form.Parts[0].Name", "Bosted Fælles"), ("Form.Parts[0].Code", "FAEL"));
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(asked, "#location-act")).Status);

        var refused = await north.Submit(await north.Get($"{page}/withdrawal?what=ending"), "#withdrawal");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Bed en, der planlægger dem alle.", refused.Words, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(await planner.Get($"{page}/withdrawal?what=ending"), "#withdrawal")).Status);
        Assert.Null((await portal.Services.GetRequiredService<ReadTables>().Get<LocationRow>(rollout.SouthB, Ct))!.ClosedFrom);
    }

    [Fact]
    public async Task A_file_does_not_tell_who_works_elsewhere_nor_rename_them()
    {
        var other = await rollout.FoundAnother("Registret", "RE1");
        await rollout.Employ(rollout.NorthA, "Agnete Prøve", key: "RX1");

        var found = await Check(other.Programme, "RX1;En Anden;en.anden@e.dk;Vikar;RE1;2022-01-01;", "RX2;Ny Prøve;rx2@e.dk;Vikar;RE1;2022-01-01;");
        var same = await Check(other.Programme, "RX1;Agnete Prøve;rx1@eksempel.invalid;Vikar;RE1;2022-01-01;");

        Assert.Equal(["line 2: work_key: person.elsewhere"], found.Told());
        Assert.Empty(found.Plan!.Outcomes[0].Changes);
        Assert.Empty(same.Told());
    }

    [Fact]
    public async Task Whoever_works_elsewhere_too_is_ended_and_renamed_by_nobody_from_here()
    {
        var other = await rollout.FoundAnother("Udenfor", "UD1");
        var person = await rollout.Employ(rollout.NorthA);
        var manager = await portal.SignIn(Role.RolloutManager);
        Assert.NotNull((await manager.Get($"/employees/{person}")).Html.QuerySelector("a[href$='/end']"));
        Assert.Null(await portal.Services.GetRequiredService<EmployeeDesk>().Change(
            person, seen: null, known => known.AlsoWork(new(Guid.CreateVersion7(), other.Location, "Vikar", new DateOnly(2022, 1, 1), null))));

        var page = await manager.Get($"/employees/{person}");

        Assert.Empty(page.Html.QuerySelectorAll("a[href$='/end'], a[href$='/details']"));
        foreach (var act in new[] { "end", "details" })
        {
            Assert.Equal($"/employees/{person}", (await manager.Get($"/employees/{person}/{act}")).Location);
            var fields = new KeyValuePair<string, string>[] { new("Form.Version", "2"), new("Form.From", "2022-01-20"), new("Form.Name", "X"), new("Form.Email", "x@e.dk") };
            Assert.Equal(HttpStatusCode.NotFound, (await manager.Post($"/employees/{person}/{act}", fields, from: "/help")).Status);
        }
    }

    [Fact]
    public async Task Roles_do_not_follow_into_another_programme()
    {
        var other = await rollout.FoundAnother("Magten", "MA1");
        var here = new Grant(Role.Leader, ScopeKind.Location, rollout.NorthA);
        var who = await Holder.Open(portal, here);
        var person = await rollout.Employ(rollout.NorthA, from: new(2021, 1, 1), to: SmallRollout.Today.AddDays(-1));
        Assert.Null(await portal.Services.GetRequiredService<EmployeeDesk>().Change(
            person, seen: null, known => known.AlsoWork(new(Guid.CreateVersion7(), other.Location, "Leder", SmallRollout.Today, null))));
        Assert.Null(await portal.Services.GetRequiredService<EmployeeLinks>().Link(who.Id, person, scopeFollows: true, seen: null));

        await portal.Services.GetRequiredService<FollowEmployees>().Run(Ct);

        Assert.Equal([here], (await portal.Services.GetRequiredService<Ledger>().Load<Account, AccountEvent>(who.Id, Ct)).State.Grants);
    }

    [Fact]
    public async Task An_id_that_is_something_elses_is_nobodys()
    {
        var (manager, other) = (await portal.SignIn(Role.RolloutManager), await rollout.Employ(rollout.NorthA));
        var list = $"/programmes/{rollout.Programme}/employees";
        var form = await manager.Get($"{list}/new");

        foreach (var id in new[] { rollout.Programme, rollout.North, rollout.NorthB })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(form, "Form.EmployeeId", id)).Status);
        var taken = (await portal.Services.GetRequiredService<EmployeeRegister>().Find([other], Ct)).People[0].Periods[0].PeriodId;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(form, "Form.NewPeriodId", taken)).Status);

        Task<Answer> Add(Answer page, string field, Guid id) => manager.Submit(
            page, "#employee-act", ("Form.WorkKey", $"{id:N}"[..9]), ("Form.Name", "Ny Person"), ("Form.Email", $"{id:N}@eksempel.invalid"),
            ("Form.LocationId", $"{rollout.NorthA}"), ("Form.Role", "Pædagog"), ("Form.From", "2022-01-01"), (field, $"{id}"));
    }

    private Task<CheckedImport> Check(Guid programme, params string[] lines) =>
        portal.Services.GetRequiredService<Importer>().Check(
            portal.Request("employees", Files.Lines([Files.Employees, .. lines])) with { ProgrammeId = programme }, new Progress<ImportProgress>(), Ct);
}
