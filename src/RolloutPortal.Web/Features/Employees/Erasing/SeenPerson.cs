using System.Globalization;
using RolloutPortal.Web.Features.Employees.OnePerson;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>What the question before an erasure told of the person, and of the accounts that go along: whoever confirms has read that.</summary>
/// <param name="Version">Of the person: name, address, periods.</param>
/// <param name="Linked">The account that is theirs by somebody's word; null: none.</param>
/// <param name="SameAddress">The one that is theirs by its address, and linked to nobody; null: none.</param>
public sealed record SeenPerson(int Version, Guid? Linked, Guid? SameAddress)
{
    public static SeenPerson Of(EmployeePage person) => new(person.Facts.Version, person.Facts.Account?.Id, person.Facts.SameAddress?.Id);

    /// <summary>As a form carries it: <c>version/account/account</c>; without hyphens, for a guid in groups may look like a person number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}/{Linked:N}/{SameAddress:N}");
}
