using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Kind <c>employees</c>, sentence by sentence of importing.md.</summary>
public sealed class ImportingEmployees(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task New_changed_and_unchanged_rows_and_the_same_file_again()
    {
        var first = await portal.Import("employees", Files.Lines(Files.Employees, "E1;Ane Prøve;ane@e.dk;Pædagog;BN01;2022-01-01;", "E2;Bo Prøve;bo@e.dk;Leder;bs01;01.01.2022;31-12-2022"));
        var csv = Files.Lines(Files.Employees, "e1;Ane Prøve;ane@e.dk;Pædagog;BN01;2022-01-01;9999-12-31", "E2;Bo Prøve;bo@e.dk;Leder;BS01;2022-01-01;2023-12-31", "E3;Ci Prøve;ci@e.dk;Leder;BS01;2022-01-01;");
        var second = await portal.Import("employees", csv);
        var events = await portal.Events();
        var again = await portal.Import("employees", csv);

        Assert.Equal(("2 0 0 0", "1 1 1 0", "0 0 3 0"), (first.Counts(), second.Counts(), again.Counts()));
        Assert.Equal(events, await portal.Events());
    }

    [Fact]
    public async Task An_unknown_location_is_a_fault_told_with_all_others()
    {
        var found = await portal.Import("employees", Files.Lines(Files.Employees, "X1;Ane;x1@e.dk;Pædagog;NIX;2022-01-01;", "X2;;x2;Pædagog;NIX;2022-02-30;2021-01-01"));

        Assert.Equal(
            ["line 2: location: location.unknown", "line 3: name: cell.missing", "line 3: email: email.none", "line 3: from: date.none", "line 3: location: location.unknown"],
            found.Told());
    }

    [Fact]
    public async Task Nobody_begins_at_a_closed_location_nor_at_one_whose_import_was_taken_back()
    {
        var twice = Files.Lines(Files.Locations, "LK1;Bosted Igen;Bosteder Nord;10;begge");
        var batch = portal.Request("locations", twice);
        await portal.Import(batch);
        Assert.Null(await portal.Services.GetRequiredService<ImportReversals>().Reverse(batch.ImportId, TestContext.Current.CancellationToken));
        var gone = await portal.Check("employees", Files.Lines(Files.Employees, "LK1;Ane;lk1@e.dk;Pædagog;LK1;2022-01-01;"));
        Assert.Equal(["line 2: location: location.unknown"], gone.Told());

        await portal.Import("locations", twice);
        var location = (await portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = 'LK1' and ending is null", TestContext.Current.CancellationToken))[0];
        await portal.Rollout.Do<Location, LocationEvent>(location.LocationId, l => l.Close(new(2022, 6, 1)));
        var closed = await portal.Check("employees", Files.Lines(Files.Employees, "LK1;Ane;lk1@e.dk;Pædagog;lk1;2022-06-01;", "LK2;Bo;lk2@e.dk;Pædagog;LK1;2022-05-31;"));
        Assert.Equal(["line 2: location: location.closed-from"], closed.Told());
    }

    [Fact]
    public async Task Overlaps_with_what_is_known_and_addresses_of_others_are_faults()
    {
        await portal.Import("employees", Files.Lines(Files.Employees, "K1;Ane;k1@e.dk;Pædagog;BN01;2022-01-01;"));

        var found = await portal.Import("employees", Files.Lines(Files.Employees, "K1;Ane;k1@e.dk;pædagog;BN01;2022-06-01;", "K2;Bo;K1@e.dk;Pædagog;BN01;2022-01-01;"));

        Assert.Equal(["line 2: from: employee.period-overlaps", "line 3: email: employee.email-repeated"], found.Told());
    }

    [Theory]
    [InlineData("Q1;Ane;q1@e.dk;x;BN01;2022-01-01;2022-12-31", "Q1;Ane;q1@e.dk;x;BN01;2023-01-01;")]
    [InlineData("Q2;Ane;q2@e.dk;x;BN01;2022-01-01;", "Q2;Ane;q2@e.dk;x;BS01;2022-01-01;")]
    [InlineData("Q3;Ane;q3@e.dk;x;BN01;2022-01-01;", "Q3;Ane;q3@e.dk;y;BN01;2022-01-01;")]
    [InlineData("Q4;Ane;q4@e.dk;x;BN01;2022-01-01;2022-01-01", "Q5;Bo;q5@prøve.dk;y;BN01;2022-01-01;")]
    [InlineData("007;Ane;q7@e.dk;x;BN01;2022-01-01;", "7;Bo;q8@e.dk;x;BN01;2022-01-01;")]
    public async Task Moves_part_time_jobs_and_single_days_are_allowed(string first, string second) =>
        Assert.Equal("2 0 0 0", (await portal.Check("employees", Files.Lines(Files.Employees, first, second))).Counts());

    [Theory]
    [InlineData("Z1;Ane;z1@e.dk;x;BN01;2022-01-01;", "z1;Ane;z1@e.dk;X;bn01;2023-01-01;", "line 3: from: employee.period-overlaps")]
    [InlineData("Z1;Ane;z1@e.dk;x;BN01;2022-01-01;", "Z1;Ane;z1@e.dk;x;BN01;2022-01-01;", "line 3: from: employee.line-repeated")]
    [InlineData("Z1;Ane;z1@e.dk;x;BN01;2022-01-02;2022-01-01", "Z2;Bo;z2@e.dk;x;BN01;2022-01-01;", "line 2: from: employee.from-after-to")]
    [InlineData("Z1;Ane;z1@e.dk;x;BN01;2022-01-01;", "Z1;Ane;z9@e.dk;x;BS01;2022-01-01;", "line 3: email: employee.two-emails")]
    public async Task Rows_that_contradict_each_other_are_a_fault_of_the_later(string first, string second, string fault) =>
        Assert.Equal([fault], (await portal.Check("employees", Files.Lines(Files.Employees, first, second))).Told());

    [Fact]
    public async Task One_fault_hides_no_other()
    {
        await portal.Import("employees", Files.Lines(Files.Employees, "M1;Ane;m1@e.dk;Pædagog;BN01;2022-01-01;"));

        var found = await portal.Check("employees", Files.Lines(Files.Employees, "M1;Ane;nix;Pædagog;BN01;2022-06-01;", "M1;Bo;m1@e.dk;Leder;NIX;2022-01-01;", "M2;;m1@e.dk;Leder;BN01;2022-02-02;2022-02-01"));

        Assert.Equal(
            [
                "line 2: email: email.none", "line 2: from: employee.period-overlaps", "line 3: location: location.unknown", "line 3: name: employee.two-names",
                "line 4: name: cell.missing", "line 4: email: employee.email-repeated", "line 4: from: employee.from-after-to",
            ],
            found.Told());
    }

    [Fact]
    public async Task A_column_that_is_missing_hides_no_fault_of_a_row()
    {
        var found = await portal.Check("employees", Files.Lines("medarbejdernøgle;navn;e-mail;lokation;fra", "N1;Ane;n1@e.dk;NIX;2022-01-01", "N1;Bo;n1@e.dk;BN01;2022-01-01"));

        Assert.Equal(["line 1: role: column.missing", "line 2: location: location.unknown", "line 3: name: employee.two-names"], found.Told());
        Assert.Equal((0, 2), (found.Count(RowOutcome.New), found.Count(RowOutcome.Fault)));
    }

    [Fact]
    public async Task A_person_number_is_masked_and_a_doubtful_one_asked_about()
    {
        var found = await portal.Check("employees", Files.Lines(Files.Employees, "P1;Ane 640823-3234;p1@e.dk;Pædagog;BN01;2022-01-01;"));

        Assert.Equal(["line 2: name: person.certain"], found.Told());
        Assert.DoesNotContain("3234", string.Join(' ', found.Faults.SelectMany(fault => fault.Values).Concat(found.File.Rows[0].Shown)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_without_rows_is_nothing() => Assert.Equal("0 0 0 0", (await portal.Import("employees", Files.Employees)).Counts());

    [Fact]
    public async Task Whoever_works_in_another_programme_too_is_not_called_otherwise()
    {
        var (_, _, there) = await portal.Rollout.FoundAnother("HJEM", "H001");
        var (both, left) = (await portal.Rollout.Employ(portal.Rollout.NorthA, "Ane Begge", key: "EB1"), await portal.Rollout.Employ(portal.Rollout.NorthA, "Bo Begge", key: "EB2"));
        var desk = portal.Services.GetRequiredService<EmployeeDesk>();
        Assert.Null(await desk.Change(both, seen: null, person => person.AlsoWork(new EmployeePeriod(Guid.CreateVersion7(), there, "Leder", new(2021, 6, 1), null))));
        Assert.Null(await desk.Change(left, seen: null, person => person.AlsoWork(new EmployeePeriod(Guid.CreateVersion7(), there, "Leder", new(2021, 6, 1), SmallRollout.Today.AddDays(-1)))));

        var found = await portal.Import("employees", Files.Lines(
            Files.Employees, "EB1;Ane Anden;eb1@eksempel.invalid;Pædagog;BN01;2021-01-01;", "EB2;Bo Anden;eb2@eksempel.invalid;Pædagog;BN01;2021-01-01;"));

        Assert.Equal(["line 2: work_key: person.elsewhere"], found.Told());
        Assert.Empty((await portal.Import("employees", Files.Lines(
            Files.Employees, "EB1;Ane Begge;eb1@eksempel.invalid;Pædagog;BN01;2021-01-01;2022-12-31", "EB2;Bo Anden;eb2@eksempel.invalid;Pædagog;BN01;2021-01-01;"))).Told());
    }
}
