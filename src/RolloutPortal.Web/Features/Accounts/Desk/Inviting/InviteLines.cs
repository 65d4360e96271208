using System.Text.RegularExpressions;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>A person in a pasted list.</summary>
/// <param name="Number">Of the line, from 1.</param>
/// <param name="Name">Without an address in the line it may be an employee's work key.</param>
/// <param name="Email">Null: there is none in the line.</param>
/// <param name="Role">As written; null: the form says it for all.</param>
/// <param name="Place">A location's code, or a name; null with the role.</param>
public sealed record InviteLine(int Number, string Name, string? Email, string? Role = null, string? Place = null);

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
        var name = Clean(found.Success ? text[..found.Index] : "");
        var behind = (found.Success ? text[(found.Index + found.Length)..] : text).Split(';', '\t').Select(Clean).ToList();
        if (name.Length == 0 && behind.FindIndex(field => field.Length > 0) is >= 0 and var first)
        {
            name = behind[first];
            behind = [.. behind[first..].Select((field, i) => i == 0 ? "" : field)];
        }

        // Name, address, role and place, as a list has them; anything else belongs to the name.
        var email = found.Success ? found.Value : null;
        return behind.Skip(1).ToList() is [{ Length: > 0 } role, { Length: > 0 } place, .. var rest] && rest.TrueForAll(field => field.Length == 0)
            ? new InviteLine(number, Clean($"{name} {behind[0]}"), email, role, place)
            : new InviteLine(number, Clean($"{name} {string.Join(' ', behind)}"), email);
    }

    private static string Clean(string text) => Padding().Replace(text, " ").Trim();

    private static bool IsHeading(string text) => !text.Contains('@') && Heading().IsMatch(text);

    [GeneratedRegex(@"[^\s<>;,""'()]+@[^\s<>;,""'()]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\s;,<>""()]+")]
    private static partial Regex Padding();

    [GeneratedRegex(@"\b(e-?mail|e-?post|mail)", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();
}
