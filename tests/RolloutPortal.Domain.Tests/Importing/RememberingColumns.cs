using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>How somebody mapped the columns of an earlier file, taken over for the next.</summary>
public sealed class RememberingColumns
{
    private static readonly Field Name = LocationFields.Table.Named(LocationFields.Name)!;

    [Fact]
    public void Columns_that_say_nothing_by_themselves_are_mapped_as_before()
    {
        Assert.Equal(Mapped((0, "code"), (1, "name")), ImportColumn.Remembered([new(0, "K", null), new(1, "Hvad", null)], Mapped((0, "code"), (1, "name"))));
    }

    [Fact]
    public void A_header_of_the_portals_own_means_what_it_says_and_its_field_is_no_other_columns()
    {
        Assert.Equal(Mapped((2, ""), (3, "code")), ImportColumn.Remembered([new(1, "navn", Name), new(2, "titel", null), new(3, "K", null)], Mapped((1, ""), (2, "name"), (3, "code"))));
    }

    private static Dictionary<int, string> Mapped(params (int Index, string Field)[] columns) => columns.ToDictionary(one => one.Index, one => one.Field);
}
