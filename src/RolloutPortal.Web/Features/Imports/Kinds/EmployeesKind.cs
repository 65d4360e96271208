using System.Globalization;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Rows;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Files of employees. A location's code is looked for in the programme that the file is imported for.</summary>
internal sealed class EmployeesKind(EmployeeRegister register, EmployeeReversal reversal, ReadTables read) : IImportKind
{
    public FieldTable Table => EmployeeFields.Table;

    public async Task<KindPlan> Plan(ImportFile file, ImportPlace place, CancellationToken ct)
    {
        var codes = await Codes(place.ProgrammeId, ct);
        Repeats.OfEmployees(file.Rows);
        foreach (var row in file.Rows) CheckLocation(row, codes);

        var lines = Lines(file, codes);
        var known = await register.Find(lines.Select(line => line.WorkKey), lines.Select(line => line.Email), ct: ct);
        var plan = EmployeeComparison.Of(known.People, lines, Guid.CreateVersion7);
        foreach (var fault in plan.Faults) file.Rows[fault.Line].Add(Told.Of(file.Rows[fault.Line].Line, fault.Column, fault.Why));
        return new KindPlan(
            Outcomes(file, plan), [], () => register.Import(place.ImportId, known.Version, plan.Steps) is { } append ? [append] : []);
    }

    public async Task<IReadOnlyList<Obstacle>> Standing(Guid importId, CancellationToken ct) =>
        await reversal.Standing(importId, ct) is > 0 and var count ? [new Obstacle("standing.employees", "", count)] : [];

    public async Task<IReadOnlyList<Append>> Reverse(Guid importId, CancellationToken ct) =>
        await reversal.Reverse(importId, ct) is { } append ? [append] : [];

    /// <summary>A code has one location: one that was withdrawn has given its code up.</summary>
    private async Task<Dictionary<string, (Guid Id, DateOnly? ClosedFrom)>> Codes(Guid programmeId, CancellationToken ct) =>
        (await read.Query(
            "select code, location_id, closed_from from location_row where programme_id = $1 and ending is distinct from 'Withdrawn'",
            row => (Code: row.GetString(0), Id: row.GetGuid(1), ClosedFrom: row.IsDBNull(2) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(2)), ct, programmeId))
        .ToDictionary(row => LocationCode.Canonical(row.Code), row => (row.Id, row.ClosedFrom));

    /// <summary>Nobody begins where the place is closed; who was there before it came into the portal, was there.</summary>
    private static void CheckLocation(ImportRow row, Dictionary<string, (Guid Id, DateOnly? ClosedFrom)> codes)
    {
        if (row.Get<string>(EmployeeFields.Location) is not { } code) return;
        if (!codes.TryGetValue(LocationCode.Canonical(code), out var location)) row.Fault(EmployeeFields.Location, ImportFaults.UnknownLocation, code);
        else if (location.ClosedFrom is { } closed && row.Get<DateOnly?>(EmployeeFields.From) >= closed)
            row.Fault(EmployeeFields.Location, ImportFaults.ClosedLocation, code, closed.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Each is named by its place in the file: two rows of a spreadsheet may claim one number.</summary>
    private static List<EmployeeLine> Lines(ImportFile file, Dictionary<string, (Guid Id, DateOnly? ClosedFrom)> codes)
    {
        var lines = new List<EmployeeLine>(file.Rows.Count);
        for (var i = 0; i < file.Rows.Count; i++)
        {
            if (file.Rows[i] is not { IsSound: true } row) continue;
            lines.Add(new EmployeeLine(
                i, row.Get<string>(EmployeeFields.WorkKey)!, row.Get<string>(EmployeeFields.Name)!, row.Get<string>(EmployeeFields.Email)!,
                row.Get<string>(EmployeeFields.Role)!, codes[LocationCode.Canonical(row.Get<string>(EmployeeFields.Location)!)].Id,
                row.Get<DateOnly>(EmployeeFields.From), row.Get<DateOnly?>(EmployeeFields.To)));
        }

        return lines;
    }

    private static RowPlan[] Outcomes(ImportFile file, EmployeePlan plan)
    {
        var outcomes = new RowPlan[file.Rows.Count];
        foreach (var line in plan.Lines)
            outcomes[line.Line.Line] = new(Enum.Parse<RowOutcome>(line.Outcome.ToString()), [.. line.Changes.Select(change => new ValueChange(change.Field, change.Old, change.New))]);
        for (var i = 0; i < outcomes.Length; i++)
            if (!file.Rows[i].IsSound) outcomes[i] = RowPlan.Fault;
        return outcomes;
    }
}
