using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Walks every address of docs/access.md as one visitor.</summary>
internal static class Doors
{
    /// <param name="expected">What the visitor should get there.</param>
    public static async Task Try(Places places, Role role, Visitor visitor, Func<AccessLine, string> expected) =>
        Nothing($"{role}", await Different(places, role, visitor, expected));

    /// <param name="which">Of the addresses; null: all.</param>
    /// <returns>A line for each address where it is not so.</returns>
    /// <inheritdoc cref="Try"/>
    public static async Task<IReadOnlyList<string>> Different(
        Places places, Role role, Visitor visitor, Func<AccessLine, string> expected, Func<AccessLine, bool>? which = null)
    {
        var different = new List<string>();
        // Out last: whoever has signed out finds the other doors closed.
        foreach (var line in AccessTable.Read().Where(line => which?.Invoke(line) != false).OrderBy(line => line.Route == "/sign-out"))
        {
            var got = await visitor.Try(line.Method, places.Address(line.Route, role));
            if (got != expected(line)) different.Add($"{line.Endpoint}: {got} instead of {expected(line)}");
        }

        return different;
    }

    public static void Nothing(string what, IEnumerable<string> lines) => Assert.True(!lines.Any(), $"{what}:\n{string.Join('\n', lines)}");
}
