using System.Globalization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Files of employees. A location's code is looked for in the programme that the file is imported for.</summary>
internal sealed class EmployeesKind(EmployeeRegister register, EmployeeReversal reversal, ReadTables read, Clock clock) : IImportKind
{
    public FieldTable Table => EmployeeFields.Table;

    public async Task<KindPlan> Plan(ImportFile file, ImportPlace place, CancellationToken ct)
    {
        var codes = await Codes(place.ProgrammeId, ct);
        var hints = new LocationHints([.. codes.Values]);
        foreach (var row in file.Rows) CheckLocation(row, codes, hints);

        var lines = Lines(file, codes);
        var known = await register.Find(lines.Select(line => line.WorkKey), lines.Select(line => line.Email).Where(email => email.Length > 0), ct: ct);
        var here = codes.Values.DistinctBy(location => location.Id).ToDictionary(location => location.Id);
        RefuseElsewhere(file, lines, known.People, [.. here.Keys]);
        var plan = EmployeeComparison.Of(known.People, lines, Guid.CreateVersion7, place.Others ?? OtherPlaces.Kept, here.Keys.ToHashSet());
        foreach (var fault in plan.Faults) file.Rows[fault.Line].Add(Told.Of(file.Rows[fault.Line].Line, fault.Column, AtLine(file, fault.Why)));
        return new KindPlan(
            new EmployeeOutcomes(here, place.Others).Of(file, plan), [], () => register.Import(place.ImportId, known.Version, plan.Steps) is { } append ? [append] : []);
    }

    public async Task<IReadOnlyList<Obstacle>> Standing(Guid importId, CancellationToken ct) =>
        await reversal.Standing(importId, ct) is > 0 and var count
            ? [new Obstacle("standing.employees", "", count) { Some = [.. (await reversal.StandingFirst(importId, ct)).Select(one => new ObstacleName(one.Name, $"/employees/{one.Id}"))] }]
            : [];

    public async Task<IReadOnlyList<Append>> Reverse(Guid importId, CancellationToken ct) =>
        await reversal.Reverse(importId, ct) is { } append ? [append] : [];

    /// <summary>A code has one location: one that was withdrawn has given its code up.</summary>
    private async Task<Dictionary<string, KnownLocation>> Codes(Guid programmeId, CancellationToken ct) =>
        (await read.Query(
            "select code, location_id, name, closed_from from location_row where programme_id = $1 and ending is distinct from 'Withdrawn'",
            row => new KnownLocation(row.GetGuid(1), row.GetString(0), row.GetString(2), row.Value<DateOnly>(3)), ct, programmeId))
        .ToDictionary(location => LocationCode.Canonical(location.Code));

    /// <summary>Rows are compared by their place in the file, and told by their line.</summary>
    private static Refusal AtLine(ImportFile file, Refusal why) => why.Key is EmployeeRefusals.LineRepeated or EmployeeRefusals.EmailRepeated
        ? new Refusal(why.Key, [.. why.Values[..^1], $"{file.Rows[int.Parse((string)why.Values[^1], CultureInfo.InvariantCulture)].Line}"]) : why;

    /// <summary>Nobody begins where the place is closed; who was there before it came into the portal, was there.</summary>
    private static void CheckLocation(ImportRow row, Dictionary<string, KnownLocation> codes, LocationHints hints)
    {
        if (row.Get<string>(EmployeeFields.Location) is not { } code)
        {
            hints.TellCode(row);
            return;
        }

        if (!codes.TryGetValue(LocationCode.Canonical(code), out var location)) hints.TellUnknown(row, code);
        else if (location.ClosedFrom is { } closed && row.Get<DateOnly?>(EmployeeFields.From) >= closed)
            row.Fault(EmployeeFields.Location, ImportFaults.ClosedLocation, code, closed.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Somebody of another programme can get a place here too, but is not called otherwise by it: who they are is not told to whoever
    /// imports here. As by hand, that is said where they work; of those who were never here, where they worked.</summary>
    private void RefuseElsewhere(ImportFile file, List<EmployeeLine> lines, IEnumerable<Employee> people, HashSet<Guid> here)
    {
        var today = clock.Today(Zones.Default);
        var others = people.Where(person => IsElsewhere(person.Periods, here, today)).ToDictionary(person => WorkKey.Canonical(person.WorkKey));
        if (others.Count == 0) return;
        lines.RemoveAll(line =>
        {
            if (!others.TryGetValue(WorkKey.Canonical(line.WorkKey), out var person)) return false;
            if (person.Name == line.Name && string.Equals(person.Email, line.Email, StringComparison.OrdinalIgnoreCase)) return false;
            file.Rows[line.Line].Fault(EmployeeFields.WorkKey, ImportFaults.PersonElsewhere);
            return true;
        });
    }

    private static bool IsElsewhere(IReadOnlyList<EmployeePeriod> periods, HashSet<Guid> here, DateOnly today) =>
        (periods.Count > 0 && !periods.Any(period => here.Contains(period.LocationId)))
        || periods.Any(period => period.Last >= today && !here.Contains(period.LocationId));

    /// <summary>Each is named by its place in the file: two rows of a spreadsheet may claim one number. Those without a key are nobody's.</summary>
    private static List<EmployeeLine> Lines(ImportFile file, Dictionary<string, KnownLocation> codes)
    {
        var lines = new List<EmployeeLine>(file.Rows.Count);
        for (var i = 0; i < file.Rows.Count; i++)
            if (file.Rows[i].Get<string>(EmployeeFields.WorkKey) is { } key) lines.Add(Line(i, key, file.Rows[i], codes));
        return lines;
    }

    private static EmployeeLine Line(int place, string key, ImportRow row, Dictionary<string, KnownLocation> codes)
    {
        var (name, email, role) = (row.Get<string>(EmployeeFields.Name), row.Get<string>(EmployeeFields.Email), row.Get<string>(EmployeeFields.Role));
        var (from, to) = (row.Get<DateOnly?>(EmployeeFields.From), row.Get<DateOnly?>(EmployeeFields.To));
        var location = row.Get<string>(EmployeeFields.Location) is { } code && codes.TryGetValue(LocationCode.Canonical(code), out var known) ? known.Id : (Guid?)null;
        // Without an end that could be read there is no knowing what it overlaps.
        var hasPeriod = role is not null && location is not null && from is not null && row.Faults.All(fault => fault.Column != EmployeeFields.To);
        return new EmployeeLine(place, key, name ?? "", email ?? "", role ?? "", location ?? Guid.Empty, from ?? default, to)
        {
            HasPeriod = hasPeriod,
            IsWhole = hasPeriod && row.IsSound && name is not null && email is not null,
        };
    }
}
