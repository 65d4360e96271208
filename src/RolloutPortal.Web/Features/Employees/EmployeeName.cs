using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Employees;

/// <summary>What somebody is called; an erased person is a number.</summary>
public sealed record EmployeeName(string? Name, int? ErasedNumber)
{
    /// <summary>In the reader's language: <c>Medarbejder 4711</c>.</summary>
    public string Of(IStringLocalizer<SharedTexts> shared) =>
        Name ?? shared["person.erased", ErasedNumber?.ToString(CultureInfo.InvariantCulture) ?? "–"].Value;
}
