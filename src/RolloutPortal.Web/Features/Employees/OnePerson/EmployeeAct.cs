using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>What the form of an act asks for.</summary>
[Flags]
public enum EmployeeFields { None = 0, Key = 1, Details = 2, Place = 4, From = 8, To = 16 }

/// <summary>One thing that may be done to somebody by hand: its address below theirs, what its form asks for.</summary>
public sealed record EmployeeAct(string Name, EmployeeFields Fields, bool OfPeriod, Func<Employee, EmployeeForm, EmployeeDecision> Decide)
{
    public const string New = "new";

    /// <summary>All of them, as a constraint of a route.</summary>
    public const string Route = "{act:regex(^(move|period|correction|withdrawal|end|details)$)}";

    private static readonly Dictionary<string, string> FieldOfRefusal = new()
    {
        [EmployeeRefusals.KeyMissing] = "WorkKey",
        [EmployeeRefusals.KeyTooLong] = "WorkKey",
        [EmployeeRefusals.KeyUnsuitable] = "WorkKey",
        [EmployeeRefusals.KeyTaken] = "WorkKey",
        [NameRefusals.Missing] = "Name",
        [NameRefusals.TooLong] = "Name",
        [NameRefusals.Unsuitable] = "Name",
        [EmployeeRefusals.EmailMissing] = "Email",
        [EmployeeRefusals.EmailTaken] = "Email",
        [AccountRefusals.EmailUnsuitable] = "Email",
        [EmployeeRefusals.RoleMissing] = "Role",
        [EmployeeRefusals.RoleTooLong] = "Role",
        [EmployeeRefusals.RoleUnsuitable] = "Role",
        [EmployeeRefusals.LocationMissing] = "LocationId",
        [EmployeeRefusals.MovedNowhere] = "LocationId",
        [EmployeeRefusals.FromAfterTo] = "From",
        [EmployeeRefusals.DayOutOfRange] = "From",
        [EmployeeRefusals.PeriodOverlaps] = "From",
        [EmployeeRefusals.MoveTooEarly] = "From",
        [EmployeeRefusals.MoveTooLate] = "From",
        [EmployeeRefusals.EndsBeforeBegin] = "From",
    };

    public static EmployeeAct Adding { get; } = new(
        New, EmployeeFields.Key | EmployeeFields.Details | EmployeeFields.Place | EmployeeFields.From | EmployeeFields.To, OfPeriod: false, (person, _) => new(person, []));

    public static IReadOnlyList<EmployeeAct> All { get; } =
    [
        new("move", EmployeeFields.Place | EmployeeFields.From, OfPeriod: true,
            (person, form) => person.Move(form.PeriodId ?? default, form.NewPeriodId, form.LocationId ?? default, form.Role, form.From!.Value)),
        new("period", EmployeeFields.Place | EmployeeFields.From | EmployeeFields.To, OfPeriod: false, (person, form) => person.AlsoWork(form.Period)),
        new("correction", EmployeeFields.Place | EmployeeFields.From | EmployeeFields.To, OfPeriod: true,
            (person, form) => person.Correct(form.PeriodId ?? default, form.LocationId ?? default, form.Role, form.From!.Value, form.To)),
        new("withdrawal", EmployeeFields.None, OfPeriod: true, (person, form) => person.Withdraw(form.PeriodId ?? default)),
        new("end", EmployeeFields.From, OfPeriod: false, (person, form) => person.Leave(form.From!.Value)),
        new("details", EmployeeFields.Details, OfPeriod: false, (person, form) => person.ChangeDetails(form.Name, form.Email)),
    ];

    /// <summary>About the person, not about one place of theirs.</summary>
    public bool OfWhole => Name is "end" or "details";

    public bool Has(EmployeeFields field) => Fields.HasFlag(field);

    /// <returns>The field that a refusal is about; empty for the form as a whole.</returns>
    public string FieldOf(Refusal refusal) => FieldOfRefusal.TryGetValue(refusal.Key, out var field) && Shows(field) ? $"Form.{field}" : "";

    public static EmployeeAct Of(string name) => All.First(act => act.Name == name);

    private bool Shows(string field) => field switch
    {
        "WorkKey" => Has(EmployeeFields.Key),
        "Name" or "Email" => Has(EmployeeFields.Details),
        "LocationId" or "Role" => Has(EmployeeFields.Place),
        _ => Has(EmployeeFields.From),
    };
}

/// <summary>The form of an act: the fields that it asks for, and the version of the person that its user saw.</summary>
/// <param name="PeriodId">The period that it is about.</param>
/// <param name="NewPeriodId">Of the period that it begins, so that a form sent twice begins one.</param>
/// <param name="From">The first day, or the last one when somebody leaves.</param>
/// <param name="To">The last day; null: open.</param>
public sealed record EmployeeForm(
    Guid EmployeeId, int Version, Guid? PeriodId, Guid NewPeriodId, string? WorkKey, string? Name, string? Email, Guid? LocationId, string? Role, DateOnly? From, DateOnly? To)
{
    public EmployeePeriod Period => new(NewPeriodId, LocationId ?? default, Role ?? "", From ?? default, To);
}
