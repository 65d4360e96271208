using System.Globalization;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>What people really write, in three languages, with the numbers that stand in such texts: none of them is a person's.</summary>
internal static class InnocentTexts
{
    /// <summary>Written by hand: each looks like a person's number to somebody.</summary>
    public static IReadOnlyList<string> Hard { get; } =
    [
        "Ring 33 66 33 66 eller +45 33 66 33 66", "Tlf. 70 13 13 01 lok. 4512", "EAN 5798009876543, CVR 64942212", "GLN 57 90000 12345 6",
        "Faktura 2022-0001234 er bogført", "Sag 22/001234 og 21/045678", "Sagsnr. 2022-004512-7", "KMD-sag 00.22.04-A00-5-22",
        "Journalnr. 27.69.04-P19-3-21", "Version 4.12.2022.1 af DOMUS", "Chrome 96.0.4664.110 på Windows 10.0.19044", "IP 10.120.31.12 svarer ikke",
        "Møde 24.01.2022 kl. 10.30-11.45", "Fra 24-01-2022 til 31-12-2022", "Lukket 24.12.21-02.01.22", "Perioden 2022-01-24/2022-02-28",
        "Kl. 08:00–16:00, fredag 08:00–13:30", "mon-fri 08:00-16:00; sat 09:00-12:00", "man-fre 8-16, lør 9-12", "Åbent 24/7",
        "Nørregade 12, 3. tv., 1165 København K", "Postboks 450, 8100 Aarhus C", "12 08 2022: 3 brugere på 2 enheder", "Uge 4-9, 2022 og 2023",
        "a6fbb57d-0112-4710-9a31-010203040506", "/tickets/0182fbb5-7d01-7123-8456-311257500531", "https://kk.dk/sag?id=20220124-0001", "IBAN DK50 0040 0440 1162 43",
        "Konto 3001-0012345678", "reg. 4183 konto 12345678", "Kortnummer 5019 0000 0000 0000", "Pris 1.250.000,00 kr. i 2022-priser",
        "Målt 120,5 − 130,2 ms over 1.000.000 kald", "Fejlkode 0x80070005", "ORA-01017 og ORA-12154", "HTTP 500 efter 30000 ms",
        "20220124-0001", "Ärende 20220124-0001 väntar", "Dnr SN 2022/01234-5", "Org.nr 212000-0142 (Huddinge kommun)", "Organisationsnummer 556036-0793",
        "Ring 08-535 300 00 eller 070-123 45 67", "0701-23 45 67 går inte fram", "+46 70 123 45 67", "Bankgiro 5050-1055", "Plusgiro 48 10 24-8",
        "Kl. 13.00 i rum 2.14, v. 36–39", "Reg 2022-01-24 08:30:15", "Log 2022-01-24T08:30:15.123Z", "20220124T083015", "IMEI 35 209900 176148 1",
        "Telefon 22 82 30 00, org. nr. 974 760 673", "Modem MAC 00:1A:2B:3C:4D:5E", "ISBN 978-87-02-31125-7", "SKU 4006381333931 på lager",
        "Gæld 311.257.500 kr.", "Skærmen viser 1 2 3 4 5 6 7 8 9 0", "Trin 1-2-3-4-5-6-7-8-9-10", "0-1-1-2-3-5-8-13-21-34", "Rum 12 14 16 18 20 22 er låst",
        "PDF'en er på 1234567 byte", "Borgeren blev vist i sag 4512", "cpr-opslag virker ikke", "CPR-kontoret svarer ikke på 33 66 33 66", "CPR mangler i 12 sager ud af 250",
        "Personnummer visas inte för handläggaren", "Borgerservice, Nyropsgade 1, 1602 København", "Fødselsnummer felt er tomt hos 14 brugere",
        "superbruger@kk.dk, tlf 20 30 40 50", "jens.hansen2057@kk.dk", "bruger12345678@kk.dk", "DOMUS-2022-01-24-build.1234", "v2.0.0-rc.1+20220124",
    ];

    private static readonly string[] texts =
    [
        "Sag {case} kan ikke åbnes fra {place}, ring {dkphone}", "Handleplanen for sag {case} forsvinder, når man gemmer kl. {time}", "Fejl {code} på {count} skærme siden {date}",
        "Vi mangler adgang til {place}; CVR {cvr}, EAN {ean}", "Medicinlisten var væk fra {time} til {time2} den {date}", "Borgeren er oprettet to gange i sag {case}",
        "Kan I ringe på {dkphone} før {date}?", "Rettelse i version {version} løste sag {case} og {case2}", "Åbningstid {time}–{time2}, adresse {address}",
        "Ticket {uuid} handler om det samme", "Printer {serial} i rum {room} udskriver ikke", "Opdatering {date} kl. {time}: {count} af {count2} brugere er oprettet",
        "Ärende {case} går inte att öppna, ring {sephone}", "Genomförandeplanen saknas sedan {iso} kl. {time}", "Fel {code} hos {count} användare på {place}",
        "Orgnr {org}, faktura {invoice}", "Rum {room}, {address}, telefon {sephone}", "Loggen {stamp} visar {code}", "Uppdaterad {iso}, version {version}",
        "Case {case} cannot be opened since {iso} {time}", "Error {code} at {place}, call {dkphone}", "{count} of {count2} users cannot sign in, see {url}",
        "Build {version} from {stamp}", "Serial {serial}, invoice {invoice}", "See {url} and ticket {uuid}", "Mail {mail} bounced at {time} on {date}",
    ];

    /// <summary>As many as wanted, the same each time.</summary>
    public static IEnumerable<string> All(int count, int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = texts[chance.Next(texts.Length)];
            while (text.IndexOf('{', StringComparison.Ordinal) is var from and >= 0)
            {
                var to = text.IndexOf('}', StringComparison.Ordinal);
                text = text[..from] + Filled(text[(from + 1)..to], chance) + text[(to + 1)..];
            }

            yield return text;
        }
    }

    private static string Filled(string what, Random chance)
    {
        var day = new DateOnly(2021, 10, 1).AddDays(chance.Next(400));
        return what.TrimEnd('2') switch
        {
            "case" => Case(chance, day),
            "place" => Pick(chance, "Bosted Nørrebro 3", "Borgercenter Voksne", "Hjemmepleje Vest 12", "Enhed 4512", "Ungehuset"),
            "dkphone" => Pick(chance, Digits(chance, "33 ## ## ##"), Digits(chance, "+45 ########"), Digits(chance, "2#######"), Digits(chance, "20 ## ## ## lok. ####")),
            "sephone" => Pick(chance, Digits(chance, "070-### ## ##"), Digits(chance, "08-### ### ##"), Digits(chance, "0701-## ## ##"), Digits(chance, "+46 70 ### ## ##")),
            "time" => $"{chance.Next(6, 20):00}{Pick(chance, ":", ".")}{chance.Next(60):00}",
            "date" => day.ToString(Pick(chance, "dd.MM.yyyy", "dd-MM-yyyy", "d/M yyyy", "dd.MM.yy", "d. MMMM"), CultureInfo.InvariantCulture),
            "iso" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "stamp" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Digits(chance, "T08:##:##.###Z"),
            "code" => Pick(chance, Digits(chance, "E-####"), Digits(chance, "0x8007####"), Digits(chance, "ORA-#####"), "HTTP 500"),
            "count" => chance.Next(1, 400).ToString(CultureInfo.InvariantCulture),
            "cvr" => Digits(chance, "########"),
            "ean" => Digits(chance, "57980########"),
            "version" => Digits(chance, Pick(chance, "4.#.##", "96.0.####.###", "2022.1.####")),
            "address" => Digits(chance, Pick(chance, "Nørregade ##, #. tv., 1165 København K", "Storgatan ##, 141 ## Huddinge")),
            "uuid" => new Guid(Enumerable.Range(0, 16).Select(_ => (byte)chance.Next(256)).ToArray()).ToString(),
            "serial" => Digits(chance, Pick(chance, "SN-########", "CN##A####", "############")),
            "room" => Digits(chance, "#.##"),
            "org" => Digits(chance, "556###-####"),
            "invoice" => Digits(chance, Pick(chance, "2022-#######", "F#######", "##########")),
            "url" => $"https://kk.dk/sag?id={Case(chance, day)}",
            _ => Digits(chance, "bruger####@kk.dk"),
        };
    }

    private static string Case(Random chance, DateOnly day) => Pick(
        chance, Digits(chance, "22/######"), Digits(chance, "2022-######"), Digits(chance, "S2022######"), Digits(chance, "27.69.04-P19-##-22"), Digits(chance, "########"),
        day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + Digits(chance, "-00##"));

    /// <summary>Each # is a digit.</summary>
    private static string Digits(Random chance, string form) =>
        string.Concat(form.Select(sign => sign == '#' ? (char)('0' + chance.Next(10)) : sign));

    private static string Pick(Random chance, params string[] all) => all[chance.Next(all.Length)];
}
