using System.Text;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>In what letters CSV files come: UTF-8, Windows-1252, and what is refused (importing.md).</summary>
public sealed class ReadingEncodings
{
    private const string Row = "B1;Åbo;Nord;5;begge";

    [Fact]
    public void Utf8_is_read_with_its_mark_and_without() => Assert.All(
        [Encoding.UTF8.GetBytes($"{Reading.Header}\n{Row}"), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Reading.Header}\n{Row}")]],
        content => Assert.Equal(["Åbo"], Reading.Locations(content).Column("name")));

    [Fact]
    public void What_is_not_utf8_is_windows_1252()
    {
        byte[] content = [.. Encoding.Latin1.GetBytes("kode;navn;område;brugere;side\nB1;Åbo "), 0x93, (byte)'x', 0x94, .. ";Nord;5;begge"u8];

        Assert.Equal(["Åbo “x”"], Reading.Locations(content).Column("name"));
    }

    [Fact]
    public void A_byte_that_windows_1252_does_not_know_is_a_fault_of_its_cell()
    {
        byte[] content = [.. Encoding.Latin1.GetBytes("kode;navn;område;brugere;side\nB1;Åx"), 0x81, .. "b;Nord;5;begge"u8];

        Assert.Equal(["line 2: name: cell.control"], Reading.Locations(content).Told());
    }

    public static TheoryData<string, bool> Wide => new()
    {
        { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true }, { "utf-32", false },
    };

    [Theory, MemberData(nameof(Wide))]
    public void Utf16_and_utf32_are_refused(string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(["file: file.utf-16"], Reading.Locations([.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Row)]).Told());
    }

    [Theory]
    [InlineData("Dagtilbud »LANGØ« på øen")]
    [InlineData("”BLÅ” stue, Æ° og Ö½")]
    public void A_capital_before_a_sign_is_no_mixture(string name) =>
        Assert.Equal([name], Reading.Locations(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"{Reading.Header}\nB1;{name};Nord;5;begge")).Column("name"));

    [Fact]
    public void A_file_that_mixes_encodings_is_refused()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes($"{Reading.Header}\n{Row}\n"), .. Encoding.Latin1.GetBytes("B2;Øst;Nord;5;begge")];
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.Latin1.GetBytes(Row)];

        Assert.All([mixed, marked], content => Assert.Equal(["file: file.mixed"], Reading.Locations(content).Told()));
    }
}
