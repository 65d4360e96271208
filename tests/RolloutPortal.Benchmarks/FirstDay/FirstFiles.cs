using System.Text;
using RolloutPortal.Testing;

namespace RolloutPortal.Benchmarks.FirstDay;

/// <summary>Two files as a spreadsheet and a payroll system save them (Windows-1252, semicolons, headers of their own, a title above),
/// each with the usual faults and mended. Everybody in them is invented.</summary>
internal sealed class FirstFiles : IDisposable
{
    private const int LocationCount = 40;
    private const int EmployeeCount = 600;

    private static readonly string[] Kinds = ["Plejecenter", "Bosted", "Hjemmeplejen", "Aktivitetscenter"];
    private static readonly string[] Places = ["Solgården", "Åhaven", "Nord", "Syd", "Øst", "Vest", "Lærken", "Møllen", "Ådalen", "Højen"];
    private static readonly string[] Areas = ["Ældre og Sundhed", "Handicap", "Socialpsykiatri"];
    private static readonly string[] FirstNames = ["Anne", "Søren", "Mette", "Lars", "Åse", "Karen", "Ole", "Lise"];
    private static readonly string[] LastNames = ["Hansen", "Østergaard", "Kjær", "Møller", "Lund"];
    private static readonly string[] Titles = ["Pædagog", "SOSU-assistent", "SOSU-hjælper", "Ergoterapeut", "Afdelingsleder"];

    private readonly string folder = TestFolders.NewOnDisk();
    private readonly Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>A code twice, a number with decimals, a name left out.</summary>
    public string Locations => Save("Enheder.csv", ["Oversigt over afdelinger i Social og Sundhed;;;;", .. LocationRows(mended: false)]);

    public string LocationsMended => Save("Enheder rettet.csv", ["Oversigt over afdelinger i Social og Sundhed;;;;", .. LocationRows(mended: true)]);

    /// <summary>An address twice, a location that is none, a 31 February, no address.</summary>
    public string Employees => Save("Medarbejdere.csv", EmployeeRows(mended: false));

    public string EmployeesMended => Save("Medarbejdere rettet.csv", EmployeeRows(mended: true));

    public void Dispose() => TestFolders.Remove(folder);

    private static IEnumerable<string> LocationRows(bool mended)
    {
        yield return "Enhedsnr;Afdeling;Forvaltningsområde;Antal medarb.;Type";
        for (var i = 0; i < LocationCount; i++)
        {
            var (code, name, users) = ($"{i + 1:000}", $"{Kinds[i / Places.Length]} {Places[i % Places.Length]}", $"{7 + (i * 13 % 50)}");
            (code, name, users) = (mended ? -1 : i) switch
            {
                10 => ("010", name, users),
                20 => (code, name, "1.25"),
                30 => (code, "", users),
                _ => (code, name, users),
            };
            yield return $"{code};{name};{Areas[i % Areas.Length]};{users};Udfører";
        }
    }

    private static IEnumerable<string> EmployeeRows(bool mended)
    {
        yield return "Medarbejdernr;Medarbejdernavn;Arbejdsmail;Stilling;Afdelingsnr;Ansat fra";
        for (var i = 0; i < EmployeeCount; i++)
        {
            var (address, location, from) = ($"medarb{i + 1:000}@eksempel.dk", $"{(i % LocationCount) + 1:000}", $"{(i % 28) + 1}-{(i % 12) + 1}-{2010 + (i % 12)}");
            (address, location, from) = (mended ? -1 : i) switch
            {
                50 => ("medarb050@eksempel.dk", location, from),
                100 => (address, "099", from),
                150 => (address, location, "31-2-2020"),
                200 => ("", location, from),
                _ => (address, location, from),
            };
            var name = $"{FirstNames[i % FirstNames.Length]} {LastNames[i / 7 % LastNames.Length]} {LastNames[i / 3 % LastNames.Length]}";
            yield return $"M{i + 1:0000};{name};{address};{Titles[i % Titles.Length]};{location};{from}";
        }
    }

    private string Save(string name, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\r\n")), encoding);
        return path;
    }
}
