using RolloutPortal.Domain.Employees;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Imports.Engine;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>A location of the programme that a file of employees is imported for.</summary>
internal sealed record KnownLocation(Guid Id, string Code, string Name, DateOnly? ClosedFrom);

/// <summary>What each row of a file of employees comes to, in the words of a file: codes for locations.</summary>
/// <param name="here">By id.</param>
/// <param name="others">What was said of places that the file does not name; null: nothing yet.</param>
internal sealed class EmployeeOutcomes(IReadOnlyDictionary<Guid, KnownLocation> here, OtherPlaces? others)
{
    public RowPlan[] Of(ImportFile file, EmployeePlan plan)
    {
        var outcomes = file.Rows.Select(RowPlan.Not).ToArray();
        foreach (var line in plan.Lines.Where(line => file.Rows[line.Line.Line].IsSound)) outcomes[line.Line.Line] = Of(line);
        return outcomes;
    }

    /// <summary>Whoever moved is not new: the row changes where they are.</summary>
    private RowPlan Of(PlannedLine line)
    {
        var changes = line.Changes.Select(change => new ValueChange(change.Field, change.Old, change.New));
        return others is OtherPlaces.Left && line.Beside.Count > 0
            ? new(RowOutcome.Changed, [.. changes, .. Move(line)]) { Beside = [.. line.Beside.Select(Place)] }
            : new(Enum.Parse<RowOutcome>(line.Outcome.ToString()), [.. changes]) { Beside = [.. line.Beside.Select(Place)] };
    }

    private IEnumerable<ValueChange> Move(PlannedLine line)
    {
        var left = line.Beside.Where(period => period.LocationId != line.Line.LocationId).Select(period => here[period.LocationId].Code).Distinct().ToList();
        if (left.Count > 0) yield return new ValueChange(EmployeeFields.Location, string.Join(", ", left), here[line.Line.LocationId].Code);
        var roles = line.Beside.Select(period => period.Role).Where(role => !JobRole.Comparer.Equals(role, line.Line.Role)).Distinct().ToList();
        if (roles.Count > 0) yield return new ValueChange(EmployeeFields.Role, string.Join(", ", roles), line.Line.Role);
    }

    private OtherPlace Place(EmployeePeriod period) => new(here[period.LocationId].Code, here[period.LocationId].Name, period.Role, period.From);
}
