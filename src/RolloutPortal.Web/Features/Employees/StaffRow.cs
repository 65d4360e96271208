using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Employees;

/// <summary>That the people of a location are not who they were: what wakes the boards that count them. Who they are stands beside the log.</summary>
/// <param name="Changes">How often.</param>
public sealed record StaffRow(Guid LocationId, long Changes) : IReadModel<StaffRow>
{
    public static IReadOnlyList<Type> Events => [typeof(EmployeeEvent)];

    /// <summary>Boards of the place count its people.</summary>
    public IEnumerable<string> Topics => [$"rollout/{LocationId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        EmployeeAdded e => [e.LocationId],
        EmployeePeriodAdded e => [e.LocationId],
        EmployeeMoved e => [.. new[] { e.LeftLocationId, e.LocationId }.Distinct()],
        EmployeePeriodCorrected e => [.. new[] { e.WasLocationId, e.LocationId }.Distinct()],
        EmployeePeriodEnded e => [e.LocationId],
        EmployeePeriodWithdrawn e => [.. new[] { e.LocationId, e.ReopenedLocationId ?? e.LocationId }.Distinct()],
        EmployeeDetailsChanged e => e.LocationIds,
        EmployeeErased e => e.LocationIds,
        EmployeesImported e => e.LocationIds,
        EmployeesImportReversed e => e.LocationIds,
        _ => [],
    };

    public static StaffRow Fold(StaffRow? row, object @event, Guid key) => new(key, (row?.Changes ?? 0) + 1);
}
