using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>What is no table is known for what it is, and a table of another kind for what it would be.</summary>
public sealed class ChoosingTheWrongFile
{
    private static readonly FieldTable[] Kinds = [LocationFields.Table, EmployeeFields.Table];

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ\n1 0 obj", "file.pdf")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "file.picture")]
    [InlineData("ÿØÿà\0\u0010JFIF", "file.picture")]
    [InlineData("GIF89a", "file.picture")]
    [InlineData("RIFF0000WEBPVP8 ", "file.picture")]
    [InlineData("\0\0\0\u0018ftypheic", "file.picture")]
    [InlineData(@"{\rtf1\ansi Kære alle", "file.word")]
    [InlineData("ÐÏ\u0011à¡±\u001aá W\0o\0r\0k\0b\0o\0o\0k\0", "file.old")]
    [InlineData("ÐÏ\u0011à¡±\u001aá W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "file.word")]
    [InlineData("ÐÏ\u0011à¡±\u001aá P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t\0", "file.slides")]
    [InlineData("ÐÏ\u0011à¡±\u001aá E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "file.encrypted")]
    [InlineData("\r\n<!DOCTYPE html><table><tr><td>kode", "file.markup")]
    [InlineData("<?xml version=\"1.0\"?><Workbook>", "file.markup")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\a\b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017abc", "file.other")]
    [InlineData("", "file.empty")]
    [InlineData(" \r\n;;\r\n", "file.empty")]
    public void A_file_is_known_by_what_is_in_it(string content, string fault) => Refused(fault, Encoding.Latin1.GetBytes(content));

    [Theory]
    [InlineData("word/document.xml", "file.word")]
    [InlineData("ppt/presentation.xml", "file.slides")]
    [InlineData("xl/workbook.bin", "file.binary-sheet")]
    [InlineData("billeder/1.png", "file.archive")]
    public void A_package_is_known_by_its_parts(string part, string fault) => Refused(fault, Sheets.Zip((part, "x")));

    [Fact]
    public void An_open_document_is_told_to_be_one() => Refused("file.open-document", Sheets.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")));

    [Theory]
    [InlineData("locations", "medarbejdernøgle;navn;e-mail;rolle;lokation;fra;til\nA1;Ane;a@e.dk;Leder;BN01;2022-01-01;", "employees")]
    [InlineData("employees", "kode;navn;område;brugere;side\nB1;Bo;Nord;5;begge", "locations")]
    [InlineData("employees", "code,name,area,users,side,valid_from\nB1,Bo,Nord,5,both,", "locations")]
    public void A_file_of_another_kind_is_one_fault_that_says_which(string kind, string csv, string other)
    {
        var file = Read(kind, csv);

        Assert.Equal(other, Assert.Single(file.Faults).OtherKind());
        Assert.Empty(file.Rows);
        Assert.False(file.HasSoundHeader);
        Assert.False(file.IsRefused);
    }

    [Theory]
    [InlineData("locations", "kode;navn;område;brugere;side\n")]
    [InlineData("locations", "kode;navn;område;brugere\n")]
    [InlineData("locations", "navn;e-mail;område;antal\n")]
    [InlineData("locations", "K;Hvad;O;B;S\n")]
    [InlineData("employees", "Nr;navn;mail;stilling;enhed;fra\n")]
    public void What_may_be_the_kind_that_was_chosen_is_read_as_such(string kind, string csv) =>
        Assert.All(Read(kind, csv).Faults, fault => Assert.Null(fault.OtherKind()));

    [Fact]
    public void Whoever_has_mapped_a_column_means_the_kind_that_they_chose() =>
        Assert.All(
            ImportFile.Read(LocationFields.Table, "x.csv", Encoding.UTF8.GetBytes("medarbejdernøgle;navn;e-mail;rolle;lokation;fra"), _ => null, new Dictionary<int, string> { [0] = "code" }, Kinds).Faults,
            fault => Assert.Null(fault.OtherKind()));

    private static void Refused(string fault, byte[] content)
    {
        var file = Reading.Locations(content);

        Assert.Equal([$"file: {fault}"], file.Told());
        Assert.True(file.IsRefused);
    }

    private static ImportFile Read(string kind, string csv) =>
        ImportFile.Read(Kinds.Single(table => table.Name == kind), "x.csv", Encoding.UTF8.GetBytes(csv), _ => null, others: Kinds);
}
