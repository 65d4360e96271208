using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>How much a CSV file, a line and a cell may hold, and how far one is that is read (importing.md).</summary>
public sealed class ReadingMuch
{
    [Fact]
    public void A_line_of_nothing_but_delimiters_costs_no_memory() =>
        Assert.Empty(Reading.Locations($"{Reading.Header}\n{new string(';', 2_000_000)}\nB1;a;N;1;begge").Told());

    /// <summary>A line of 60 MB took gigabytes: what is longer than any cell is not read to its end.</summary>
    [Theory]
    [InlineData("a", "line 2: row: row.too-long")]
    [InlineData("1 ", "line 2: row: row.too-long")]
    [InlineData("311257-5005 ", "line 2: row: row.too-long")]
    public void What_is_too_long_to_be_a_cell_ends_the_reading(string piece, string told)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000_000 / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal([told], Reading.Locations($"{Reading.Header}\n{text}").Told());
        Assert.Equal([told.Replace("line 2", "line 1", StringComparison.Ordinal)], Reading.Locations(text).Told());
        Assert.Equal([told], Reading.Locations($"{Reading.Header}\nB1;\"{text}\";N;1;begge").Told());
        Assert.Equal(["line 2: row: row.quote-open"], Reading.Locations($"{Reading.Header}\nB1;\"{text}").Told());
        // The texts of this test themselves: the bytes and characters of four files.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000_000);
    }

    [Fact]
    public void So_does_a_record_that_is_too_long()
    {
        var cells = string.Join(';', Enumerable.Repeat(new string('a', 30_000), 40));

        Assert.Equal(["line 2: row: row.too-long"], Reading.Locations($"{Reading.Header}\n{cells}").Told());
    }

    [Fact]
    public void A_long_cell_that_Excel_could_hold_is_a_fault_of_its_own() => Assert.Equal(
        ["line 2: name: cell.too-long"], Reading.Locations($"{Reading.Header}\nB1;{new string('a', 32_767)};N;1;begge").Told());

    [Fact]
    public void More_columns_than_may_be_are_a_fault_of_the_header()
    {
        var fault = Assert.Single(Reading.Locations(string.Join(';', Enumerable.Range(1, 300).Select(i => $"k{i}"))).Faults);

        Assert.Equal((1, "row.columns", "256"), (fault.Line, fault.Key, fault.Values[0]));
    }

    [Fact]
    public void More_fields_than_that_are_counted_in_their_row()
    {
        var row = Assert.Single(Reading.Locations($"{Reading.Header}\n{string.Join(';', Enumerable.Repeat("x", 300))}").Rows);

        Assert.Equal(["300", "5"], Assert.Single(row.Faults).Values);
    }

    [Fact]
    public void How_much_has_been_read_is_told()
    {
        var told = new List<(int Rows, double? Share)>();
        var csv = Reading.Header + string.Concat(Enumerable.Range(1, 2_000).Select(i => $"\nB{i};a;N;1;begge"));

        ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes(csv), _ => null, told: (rows, share) => told.Add((rows, share)));

        Assert.Equal([500, 1_000, 1_500, 2_000], told.Select(one => one.Rows));
        Assert.All(told, one => Assert.Equal(one.Rows / 2_000d, one.Share!.Value, tolerance: 0.02));
    }

    [Fact]
    public void A_file_over_64_megabytes_is_refused() =>
        Assert.Equal(["file: file.too-large"], Reading.Locations(new byte[(64 * 1024 * 1024) + 1]).Told());
}
