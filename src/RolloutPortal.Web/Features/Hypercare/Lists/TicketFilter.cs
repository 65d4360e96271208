using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>Which tickets an address asks for. A wrong value is as good as none: links get old.</summary>
/// <param name="Kind">A <see cref="TicketKind"/>, or <c>counted</c>: what boards count, neither wishes nor what was withdrawn.</param>
/// <param name="Severity">One, or several separated by commas.</param>
/// <param name="Status">A <see cref="TicketStatus"/>, or <c>open</c>: neither resolved nor withdrawn.</param>
/// <param name="During"><c>yes</c> or <c>no</c>: logged in hypercare or not.</param>
/// <param name="Who"><c>mine</c>: reported by the viewer; <c>assigned</c>: theirs to solve.</param>
/// <param name="From">The first day of logging, in the programme's zone; <paramref name="To"/> is the last.</param>
/// <param name="Last">A day or a stretch that ends now: <c>logged-today</c>, <c>logged-yesterday</c>, <c>logged-7d</c>, <c>logged-24h</c>, <c>resolved-24h</c>.</param>
/// <param name="Q">What is searched for, as typed (<see cref="Search.SearchWords"/>).</param>
public sealed record TicketFilter(
    Guid? Location = null, Guid? Area = null, Guid? Wave = null, Guid? Module = null, string? Kind = null, string? Severity = null,
    string? Status = null, string? During = null, string? Who = null, DateOnly? From = null, DateOnly? To = null, string? Last = null,
    string? Q = null)
{
    public const string Counted = "counted";
    public const string Open = "open";
    public const string Mine = "mine";
    public const string Assigned = "assigned";

    /// <summary>Since midnight in the programme's zone; the day before; today and the six days before.</summary>
    public const string Today = "logged-today";

    /// <inheritdoc cref="Today"/>
    public const string Yesterday = "logged-yesterday";

    /// <inheritdoc cref="Today"/>
    public const string Week = "logged-7d";

    /// <summary>In the 24 hours that end now, not since midnight.</summary>
    public const string LoggedToday = "logged-24h";

    /// <inheritdoc cref="LoggedToday"/>
    public const string ResolvedToday = "resolved-24h";

    /// <summary>The order of a list that is not searched.</summary>
    public const string NewestFirst = "-logged";

    public static TicketFilter None { get; } = new();

    public bool IsNone => this == None;

    /// <summary>One of those is set that are folded away.</summary>
    public bool HasRare => this with { Location = null, Severity = null, Status = null, Who = null, Last = null, Q = null } != None;

    /// <summary>Newest first; what fits best, where something is searched for.</summary>
    public string DefaultSort => string.IsNullOrWhiteSpace(Q) ? NewestFirst : TicketAsking.Best;

    /// <summary>What it shows depends on who looks: not to be shared between people.</summary>
    public bool IsPersonal => Who is Mine or Assigned;

    /// <summary>The list behind a number: its address says the same as the number did.</summary>
    public string Address(Guid programmeId)
    {
        var query = new QueryString();
        foreach (var (name, value) in Values())
            if (value is not null) query = query.Add(name, value);
        return $"/programmes/{programmeId}/tickets{query}";
    }

    /// <summary>Of a list's address, which is kept as it was asked for; read as MVC reads it, and what is none is passed over.</summary>
    /// <param name="query">With its question mark or without.</param>
    public static TicketFilter Read(string query)
    {
        var given = QueryHelpers.ParseQuery(query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new TicketFilter(
            Id("location"), Id("area"), Id("wave"), Id("module"), Word("kind"), Word("severity"), Word("status"), Word("during"), Word("who"),
            On("from"), On("to"), Word("last"), Word("q"));

        string? Word(string name) => given.GetValueOrDefault(name) is { Length: > 0 } word ? word : null;
        Guid? Id(string name) => Guid.TryParse(Word(name), out var id) ? id : null;
        DateOnly? On(string name) => DateOnly.TryParse(Word(name), CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private IEnumerable<(string Name, string? Value)> Values() =>
    [
        ("location", Location?.ToString()), ("area", Area?.ToString()), ("wave", Wave?.ToString()), ("module", Module?.ToString()),
        ("kind", Kind), ("severity", Severity), ("status", Status), ("during", During), ("who", Who),
        ("from", Day(From)), ("to", Day(To)), ("last", Last), ("q", Q),
    ];
}
