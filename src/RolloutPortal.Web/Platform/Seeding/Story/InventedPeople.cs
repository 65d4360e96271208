using System.Globalization;
using System.Text;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Platform.Seeding.Files;
using RolloutPortal.Web.Platform.Seeding.Tickets;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>Names put together by chance, for nobody who lives; the same ones each time. One person for each user that a location has on the
/// last day of the story; some came from another location of the area, some have left.</summary>
internal sealed class InventedPeople(Scenario scenario)
{
    private const double MovedBefore = 0.03;
    private const double LeftBefore = 0.012;

    private readonly Chance chance = new(scenario.Ids.Seed("people", "all"));
    private readonly List<EmployeeLine> lines = [];
    private int number;

    public IReadOnlyList<EmployeeLine> Lines()
    {
        if (scenario.People.Given.Count == 0) return [];
        foreach (var area in scenario.Locations.GroupBy(row => row.Text("area")))
        {
            var places = area.ToList();
            foreach (var place in places)
            {
                for (var i = place.Whole("users"); i > 0; i--) Employ(place, places);
                for (var i = chance.Count(place.Whole("users") * LeftBefore); i > 0; i--) EmployedOnce(place);
            }
        }

        return lines;
    }

    private void Employ(FileRow place, List<FileRow> area)
    {
        var (person, role) = (Somebody(), Role(place));
        var since = Day(2009, 2021);
        var other = chance.One(area);
        if (other != place && since.Year < 2021 && chance.Happens(MovedBefore))
        {
            var moved = new DateOnly(2021, chance.Whole(1, 12), 1);
            Add(person, role, other, since, moved.AddDays(-1));
            since = moved;
        }

        Add(person, role, place, since, to: null);
    }

    private void EmployedOnce(FileRow place) => Add(Somebody(), Role(place), place, Day(2009, 2018), Day(2019, 2020));

    private void Add((string Key, string Name, string Email) person, string role, FileRow place, DateOnly from, DateOnly? to) => lines.Add(
        new EmployeeLine(lines.Count + 2, person.Key, person.Name, person.Email, role, scenario.Ids.Location(place.Text("code")), from, to));

    private (string Key, string Name, string Email) Somebody()
    {
        var key = (++number).ToString("000000", CultureInfo.InvariantCulture);
        var (given, family) = (chance.One(scenario.People.Given).Text("name"), chance.One(scenario.People.Family).Text("name"));
        return (key, $"{given} {family}", $"{Plain(given)}.{Plain(family)}.{number}@domus.invalid");
    }

    private string Role(FileRow place) => chance.Line([.. scenario.People.Roles.Where(row => row.Text("side") == place.Text("side"))])!.Text("role");

    private DateOnly Day(int fromYear, int toYear) => new(chance.Whole(fromYear, toYear), chance.Whole(1, 6), 1 + (14 * chance.Whole(0, 1)));

    /// <summary>As addresses write Danish letters.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.ToLower(CultureInfo.InvariantCulture))
            plain.Append(letter switch { 'æ' => "ae", 'ø' => "oe", 'å' => "aa", _ => letter.ToString() });
        return plain.ToString();
    }
}
