using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Platform.Seeding.Files;
using RolloutPortal.Web.Platform.Seeding.Story;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>Every ticket up to the scenario's last morning: those by chance along the expected curve, and those told one by one.</summary>
public sealed class TicketStory
{
    /// <summary>The chance tickets of the last night stay below S1: that morning's are told.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromHours(30);

    private readonly Scenario scenario;
    private readonly TicketCourse course;
    private readonly ILookup<string, (Guid Id, DateTimeOffset Since)> superusers;

    public TicketStory(Scenario scenario)
    {
        this.scenario = scenario;
        var accounts = scenario.Accounts;
        Guid[] support = [.. accounts.Where(row => row.Term<Role>("role") is Role.Support).Select(row => scenario.Ids.Account(row.Text("key")))];
        course = new TicketCourse(scenario.Tickets, support, new WorkingTime(scenario.TimeZone), scenario.TimeZone);
        superusers = accounts.Where(row => row.Term<Role>("role") is Role.Superuser)
            .ToLookup(row => row.Text("scope"), row => (scenario.Ids.Account(row.Text("key")), row.Moment("opened", scenario.TimeZone)));
    }

    public IEnumerable<TicketLife> Tickets() => scenario.Locations.SelectMany(ByChance).Concat(ToldTickets.Of(scenario));

    public static IEnumerable<SeedStep> Steps(Scenario scenario) =>
        new TicketStory(scenario).Tickets().SelectMany(ticket => ticket.Steps(scenario.Clock));

    private IEnumerable<TicketLife> ByChance(FileRow location)
    {
        if (Happenings.LiveSince(scenario, location) is not { } live) yield break;
        var code = location.Text("code");
        var chance = new Chance(scenario.Ids.Seed("tickets", code));
        var (users, usual) = (location.Whole("users"), chance.LongTailed(1, .2));
        _ = OpeningHours.Read(location["opening_hours"], out var hours);
        var volume = new TicketVolume(hours, scenario.TimeZone);
        var words = new TicketWords(scenario.Tickets, scenario.Ids, location.Term<Side>("side"), isTrial: location.Whole("wave") == 0);
        for (var (day, count) = (live.Day, 0); day <= scenario.LastDay; day = day.AddDays(1))
        {
            var perDay = TicketCurve.Default.Expected(users, live.Day, day, day.AddDays(1)) * usual * Trouble(code, day);
            foreach (var at in volume.On(day, perDay, chance))
                yield return Ticket(code, ++count, at < live.At ? live.At.AddMinutes(chance.Whole(5, 200)) : at, live.Day, users, words, chance);
        }
    }

    private TicketLife Ticket(string code, int number, DateTimeOffset at, DateOnly liveOn, int users, TicketWords words, Chance chance)
    {
        var weeks = (LocalTime.Day(at, scenario.TimeZone).DayNumber - liveOn.DayNumber) / 7.0;
        var matter = words.Next(scenario.Ids.Location(code), weeks, users, chance);
        if (matter.Problem.Severity is Severity.S1 && at > scenario.Clock - Told)
            matter = matter with { Problem = matter.Problem with { Urgency = matter.Problem.Urgency + 1 } };
        Guid[] reporters = [.. superusers[code].Where(one => one.Since < at).Select(one => one.Id)];
        var reporter = chance.One(reporters);
        var id = scenario.Ids.Of("ticket", $"{code}/{number}");
        return new(id, at, reporter, Channel(weeks, chance), matter.Problem, matter.Words, [.. course.Of(at, matter, reporter, chance.One(reporters), chance)]);
    }

    private static Channel Channel(double weeks, Chance chance) =>
        weeks < 3 && chance.Happens(.12) ? Domain.Hypercare.Channel.FloorWalker
        : chance.Happens(.15) ? Domain.Hypercare.Channel.Phone
        : chance.Happens(.05) ? Domain.Hypercare.Channel.Portal
        : Domain.Hypercare.Channel.Superuser;

    /// <summary>How many times the curve a location logs on a day.</summary>
    private double Trouble(string code, DateOnly day) =>
        scenario.Tickets.Troubles.FirstOrDefault(row => row.Text("location") == code && row.Day("from") <= day && day <= row.Day("to")) is { } trouble
            ? double.Parse(trouble.Text("factor"), System.Globalization.CultureInfo.InvariantCulture)
            : 1;
}
