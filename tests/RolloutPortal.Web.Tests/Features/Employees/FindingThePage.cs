using RolloutPortal.Web.Features.Employees.Lists;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Which values a page of a list lies in that is sorted by what many lines share.</summary>
public sealed class FindingThePage
{
    private static readonly LineGroups<string> Roles = new("p.role", [("Leder", 30), ("Pædagog", 40), ("Vikar", 5), ("Vært", 200)]);

    [Theory]
    [InlineData(0, "Leder Pædagog", 0, 70)]
    [InlineData(29, "Leder Pædagog Vikar Vært", 0, 275)]
    [InlineData(30, "Pædagog Vikar Vært", 30, 245)]
    [InlineData(75, "Vært", 75, 200)]
    [InlineData(250, "Vært", 75, 200)]
    public void Only_values_on_the_page_are_read(int offset, string values, int before, int lines)
    {
        var where = new EmployeeConditions(new(null, null, null, null, null, null), new(2022, 1, 25), [], roles: null);
        var found = Roles.Narrow(where, offset);

        Assert.Equal(values.Split(' '), where.Values[^1]);
        Assert.Equal((before, lines), (found.Before, found.Lines));
        Assert.Equal(values.Contains(' '), found.Order is not null);
    }
}
