using System.Globalization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>What a location's tickets are about and how they are put, without telling the same twice in a row.</summary>
internal sealed class TicketWords(TicketFiles files, SeedIds ids, Side side, bool isTrial)
{
    private const int Remembered = 45;

    private static readonly string[] Numbers = ["to", "tre", "fire", "fem", "seks", "syv", "otte"];
    private static readonly string[] Shifts = ["dagvagten", "aftenvagten", "nattevagten", "weekendvagten"];
    private static readonly string[] Since = ["i går", "siden i morges", "siden i mandags", "siden i går eftermiddags"];
    private static readonly string[] Devices = ["Pc'en på kontoret", "Tabletten", "Den fælles pc", "Telefonen til vagten"];

    private readonly FileRow[] fitting = [.. files.Texts.Where(row => row.Term<Side>("side") is Side.Both || side is Side.Both || row.Term<Side>("side") == side)];
    private readonly Queue<FileRow> recent = new();

    /// <param name="weeks">Since the location went live.</param>
    /// <param name="users">Of the location.</param>
    public TicketMatter Next(Guid locationId, double weeks, int users, Chance chance)
    {
        var row = chance.Weighted(fitting, text => recent.Contains(text) ? 0 : text.Whole("weight") * Season(text["when"], weeks, isTrial))!;
        recent.Enqueue(row);
        if (recent.Count > Remembered) recent.Dequeue();

        var number = row["affected"].Length == 0 ? chance.Whole(2, 8) : Math.Max(2, row.Whole("affected") + chance.Whole(-1, 2));
        var impact = (Impact)(int.Parse(chance.OneOf(row.Text("impact")), CultureInfo.InvariantCulture) - 1);
        var urgency = (Urgency)(chance.OneOf(row.Text("urgency"))[0] - 'A');
        var problem = new Problem(
            locationId, row["module"] is { Length: > 0 } module ? ids.Module(module) : null, row.Term<TicketKind>("kind"), impact, urgency,
            row.Flag("safety"), Affected(impact, users, number, chance));
        return new(problem, $"{Fill(row.Text("text"), number, chance)} {Tail(problem.Kind, chance)}".Trim(), row["answer"].Length == 0 ? null : row);
    }

    private static double Season(string when, double weeks, bool isTrial) => when switch
    {
        "trial" => isTrial && weeks < 6 ? 1.5 : 0,
        "early" => weeks < 3 ? 1.6 : weeks < 6 ? .6 : .12,
        "late" => weeks < 2 ? .1 : weeks < 5 ? .7 : 1.3,
        _ => 1,
    };

    private static int Affected(Impact impact, int users, int number, Chance chance) => impact switch
    {
        Impact.OneUser => 1,
        Impact.Team => Math.Min(number, users),
        Impact.WholeLocation => Math.Max(2, (int)(users * chance.Between(.25, .6))),
        _ => Math.Max(2, users / 2),
    };

    private string Tail(TicketKind kind, Chance chance)
    {
        var fit = files.Tails.Where(row => row["kind"].Length == 0 || row.Term<TicketKind>("kind") == kind).ToArray();
        return Fill(chance.Line(fit)!["text"], 0, chance);
    }

    private static string Fill(string text, int number, Chance chance)
    {
        var words = Numbers[Math.Clamp(number, 2, 8) - 2];
        var shift = chance.One(Shifts);
        return text.Replace("{antal}", words, StringComparison.Ordinal).Replace("{Antal}", Upper(words), StringComparison.Ordinal)
            .Replace("{vagt}", shift, StringComparison.Ordinal).Replace("{Vagt}", Upper(shift), StringComparison.Ordinal)
            .Replace("{siden}", chance.One(Since), StringComparison.Ordinal).Replace("{Enhed}", chance.One(Devices), StringComparison.Ordinal);
    }

    private static string Upper(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}

/// <summary>What one ticket is about.</summary>
/// <param name="Answer">The line whose <c>answer</c> and <c>cause</c> end it; null: any that fits its kind.</param>
internal sealed record TicketMatter(Problem Problem, string Words, FileRow? Answer);
