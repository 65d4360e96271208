namespace RolloutPortal.Web.Features.Employees;

/// <summary>Texts of employees; an empty class that names the files.</summary>
public sealed class EmployeeTexts;
