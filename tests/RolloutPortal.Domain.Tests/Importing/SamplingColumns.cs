using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>Whoever says what a column is, sees its first values.</summary>
public sealed class SamplingColumns
{
    private static readonly PersonNumberGuard Guard = text => text.Contains("010157-5000", StringComparison.Ordinal) ? new(true, "0101**-****", "x") : null;

    [Fact]
    public void The_first_different_values_of_each_column_numbers_of_people_masked()
    {
        var samples = Csv("a;b;c;d\n1;x;;010157-5000\n1;y;;\n2;y;;z\n3;;;\n4;;;");

        Assert.Equal(["1", "2", "3"], samples[0]);
        Assert.Equal(["x", "y"], samples[1]);
        Assert.False(samples.ContainsKey(2));
        Assert.Equal(["0101**-****", "z"], samples[3]);
    }

    [Fact]
    public void Long_values_are_cut_and_what_cannot_be_read_has_none()
    {
        Assert.EndsWith("…", Csv($"a\n{new string('x', 200)}")[0][0], StringComparison.Ordinal);
        Assert.Empty(Csv("%PDF-1.7"));
    }

    [Fact]
    public void A_spreadsheets_days_and_padded_numbers_are_seen_as_it_shows_them()
    {
        var sheet = Sheets.Of(Sheets.Row(1, "nr", "dag") + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>7</v></c><c r=\"B2\" s=\"3\"><v>44585</v></c></row>");

        Assert.Equal(["007", "2022-01-24"], ImportSamples.Of(LocationFields.Table, sheet, _ => null).OrderBy(one => one.Key).SelectMany(one => one.Value));
    }

    [Fact]
    public void A_day_is_shown_as_a_day_in_the_preview_too()
    {
        var sheet = Sheets.Of(Sheets.Row(1, "kode", "navn", "område", "brugere", "side", "gælder fra")
            + Sheets.Row(2, "B1", "Navn", "Nord", "5", "begge", "<c r=\"F2\" s=\"3\"><v>44585</v></c>"));

        Assert.Equal("2022-01-24", Reading.Locations(sheet).Rows.Single().Shown[^1]);
    }

    private static IReadOnlyDictionary<int, IReadOnlyList<string>> Csv(string csv) => ImportSamples.Of(LocationFields.Table, Encoding.UTF8.GetBytes(csv), Guard);
}
