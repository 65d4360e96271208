using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>What becomes of tickets: who takes them, what is asked and answered, when and why they are resolved.</summary>
internal sealed class TicketCourse(TicketFiles files, IReadOnlyList<Guid> support, WorkingTime working, string timeZone)
{
    private const double Reopened = .04;
    private const double Withdrawn = .015;
    private const double RatedAnew = .025;

    /// <param name="colleague">Of the reporter, who may answer as well.</param>
    public IEnumerable<TicketDeed> Of(DateTimeOffset logged, TicketMatter matter, Guid reporter, Guid colleague, Chance chance)
    {
        if (chance.Happens(Withdrawn))
            return [TicketDeed.Withdraw(logged.AddMinutes(chance.Whole(4, 90)), reporter, Words(files.Reasons, "withdrawn", chance))];

        var deeds = new List<TicketDeed>();
        var resolved = Handle(deeds, logged, matter, chance.Happens(.8) ? reporter : colleague, chance);
        if (!chance.Happens(Reopened) || matter.Problem.Kind is TicketKind.ChangeRequest or TicketKind.HowTo) return deeds;

        var reopened = working.After(resolved, chance.Between(60, 1500));
        deeds.Add(TicketDeed.Reopen(reopened, reporter, Words(files.Reasons, "reopened", chance)));
        Handle(deeds, reopened, matter, reporter, chance);
        return deeds;
    }

    /// <returns>When it was resolved.</returns>
    private DateTimeOffset Handle(List<TicketDeed> deeds, DateTimeOffset from, TicketMatter matter, Guid reporter, Chance chance)
    {
        var problem = matter.Problem;
        var (by, pace) = (chance.One(support), Pace(problem.Severity));
        var taken = Later(from, chance.LongTailed(pace.Take, .7), problem.Severity);
        deeds.Add(TicketDeed.Take(taken, by));
        if (chance.Happens(RatedAnew) && problem is { Urgency: < Urgency.Cosmetic, Severity: not Severity.S1 })
            deeds.Add(RateAnew(from, taken.AddMinutes(chance.Whole(2, 20)), by, problem));

        var minutes = chance.LongTailed(pace.Resolve * Effort(problem.Kind), .8);
        Talk(deeds, taken, minutes, by, reporter, problem, chance);
        var resolved = Later(deeds[^1].At, 3 + (minutes * .5), problem.Severity);
        var ending = matter.Answer ?? chance.Line([.. files.Resolutions.Where(row => row.Term<TicketKind>("kind") == problem.Kind)])!;
        deeds.Add(TicketDeed.Resolve(resolved, by, ending.Term<Cause>("cause"), ending["answer"]));
        return resolved;
    }

    private void Talk(List<TicketDeed> deeds, DateTimeOffset taken, double minutes, Guid by, Guid reporter, Problem problem, Chance chance)
    {
        var answer = Later(deeds[^1].At > taken ? deeds[^1].At : taken, 2 + (minutes * .3), problem.Severity);
        if (chance.Happens(problem.Severity switch { Severity.S1 => 1, Severity.S2 => .9, Severity.S3 => .5, _ => .2 }) && Comment("support", problem, chance) is { } said)
            deeds.Add(TicketDeed.Comment(answer, by, said));
        if (chance.Happens(problem.Severity is Severity.S4 ? .06 : .18) && Comment("reporter", problem, chance) is { } replied)
            deeds.Add(TicketDeed.Comment(Later(answer, 5 + (minutes * .2), problem.Severity), reporter, replied));
    }

    private TicketDeed RateAnew(DateTimeOffset logged, DateTimeOffset at, Guid by, Problem problem) =>
        TicketDeed.Rate(at, by, problem with { Urgency = problem.Urgency + 1 }, HypercarePeriod.None, LocalTime.Day(logged, timeZone));

    private DateTimeOffset Later(DateTimeOffset from, double minutes, Severity severity) =>
        severity is Severity.S1 ? from.AddMinutes(Math.Max(1, Math.Round(minutes))) : working.After(from, Math.Max(1, Math.Round(minutes)));

    private string? Comment(string by, Problem problem, Chance chance) => chance.One(
    [
        .. files.Comments.Where(row => row["by"] == by
            && (row["kind"].Length == 0 || row.Term<TicketKind>("kind") == problem.Kind)
            && (row["severity"].Length == 0 ? problem.Severity > Severity.S2 || row["kind"].Length > 0 || by == "reporter" : row.Term<Severity>("severity") == problem.Severity)),
    ])["text"];

    private static string Words(IReadOnlyList<FileRow> rows, string happening, Chance chance) =>
        chance.Line([.. rows.Where(row => row["happening"] == happening)])!["text"];

    /// <summary>Until somebody takes it and until it is resolved after that: medians in working minutes, for S1 in minutes.</summary>
    private static (double Take, double Resolve) Pace(Severity severity) => severity switch
    {
        Severity.S1 => (8, 210),
        Severity.S2 => (25, 420),
        Severity.S3 => (90, 560),
        _ => (170, 600),
    };

    /// <summary>Against a ticket of middling work.</summary>
    private static double Effort(TicketKind kind) => kind switch
    {
        TicketKind.HowTo => .22,
        TicketKind.Access => .4,
        TicketKind.Integration => .8,
        TicketKind.Fault or TicketKind.DataMigration => 1.4,
        TicketKind.WorkProcess => 1.3,
        TicketKind.TrainingNeed => 1.5,
        TicketKind.ChangeRequest or TicketKind.ManagementInformation => 1.8,
        _ => 1,
    };
}
