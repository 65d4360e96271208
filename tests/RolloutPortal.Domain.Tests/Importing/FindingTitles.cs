using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>A title above headers that nobody knows is asked about once, and not told of every row.</summary>
public sealed class FindingTitles
{
    private const string Below = "Nr;Sted;Forvaltning\n1;Solgården;Ældre\n2;Åhaven;Ældre\n";

    [Theory]
    [InlineData("Oversigt over afdelinger;;\n")]
    [InlineData("Oversigt over afdelinger, 2026\n")]
    public void A_title_is_asked_about_with_the_line_below(string title)
    {
        var file = Read(title + Below);

        Assert.Equal(["file: header.title"], file.Told());
        Assert.Equal(["1", "2"], file.Faults[0].Values);
        Assert.Empty(file.Rows);
    }

    [Fact]
    public void Read_from_there_the_lines_are_those_of_the_file()
    {
        var file = Read("Oversigt, 2026\n\n" + Below, header: 3);

        Assert.Equal(["Nr", "Sted", "Forvaltning"], file.Columns.Select(column => column.Header));
        Assert.Equal([4, 5], file.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Headers_that_are_known_are_headers() =>
        Assert.DoesNotContain("file: header.title", Read("kode;navn\nB1;A;N\nB2;A;N").Told());

    [Fact]
    public void Whoever_has_mapped_a_column_means_that_header() => Assert.Equal(
        3, ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes("Titel;;\n" + Below), _ => null, new Dictionary<int, string> { [0] = "code" }, isKept: true).Rows.Count);

    private static ImportFile Read(string csv, int? header = null) =>
        ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes(csv), _ => null, header: header, isKept: true);
}
