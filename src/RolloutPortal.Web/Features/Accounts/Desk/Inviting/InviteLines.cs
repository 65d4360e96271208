using System.Text.RegularExpressions;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>A person in a pasted list.</summary>
/// <param name="Number">Of the line, from 1.</param>
/// <param name="Email">Null: there is none in the line.</param>
public sealed record InviteLine(int Number, string Name, string? Email);

/// <summary>Reads people as they are pasted: from a spreadsheet, from the receivers of a mail, typed; one on each line.</summary>
public static partial class InviteLines
{
    public const int Most = 200;

    /// <summary>Empty lines and a line of headings are passed over.</summary>
    public static IReadOnlyList<InviteLine> Read(string? pasted) =>
    [
        .. (pasted ?? "").ReplaceLineEndings("\n").Split('\n').Select((text, i) => (Text: text, Number: i + 1))
            .Where(line => !string.IsNullOrWhiteSpace(line.Text) && !(line.Number == 1 && IsHeading(line.Text)))
            .Select(line => Line(line.Number, line.Text)),
    ];

    private static InviteLine Line(int number, string text)
    {
        var found = Address().Match(text);
        var name = found.Success ? text.Remove(found.Index, found.Length) : text;
        return new InviteLine(number, Padding().Replace(name, " ").Trim(), found.Success ? found.Value : null);
    }

    private static bool IsHeading(string text) => !text.Contains('@') && Heading().IsMatch(text);

    [GeneratedRegex(@"[^\s<>;,""'()]+@[^\s<>;,""'()]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\s;,<>""()]+")]
    private static partial Regex Padding();

    [GeneratedRegex(@"\b(e-?mail|e-?post|mail)", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();
}
