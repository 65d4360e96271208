using RolloutPortal.Domain;
using RolloutPortal.Domain.Provenance;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>Where every value of the files comes from, noted on the thing that has it.</summary>
internal static class Marking
{
    public static IEnumerable<(Guid Subject, IReadOnlyList<SourceMark> Marks)> Of(Scenario scenario)
    {
        var ids = scenario.Ids;
        IEnumerable<(string Kind, Guid Subject, FileRow Row)> things =
        [
            ("programme", scenario.ProgrammeId, scenario.Programme),
            .. scenario.Areas.Select(row => ("area", ids.Area(row.Text("name")), row)),
            .. scenario.Modules.Select(row => ("module", ids.Module(row.Text("key")), row)),
            .. scenario.Providers.Select(row => ("provider", ids.Provider(row.Text("name")), row)),
            .. scenario.Waves.Select(row => ("wave", ids.Wave(row.Whole("number")), row)),
            .. scenario.Locations.Select(row => ("location", ids.Location(row.Text("code")), row)),
            .. scenario.Accounts.Select(row => ("account", ids.Account(row.Text("key")), row)),
        ];
        return things.Select(thing => (thing.Subject, scenario.Marks.Of(thing.Kind, thing.Row)));
    }

    public static IEnumerable<SeedStep> Steps(Scenario scenario) =>
        from noted in Of(scenario)
        where noted.Marks.Count > 0
        select SeedStep.Decide<Provenance, ProvenanceEvent>(
            scenario.Founded.AddMinutes(1), null, scenario.Ids.Sources(noted.Subject), noted.Marks.Count, (sources, _) => Note(sources, noted.Subject, noted.Marks));

    private static Decision<ProvenanceEvent> Note(Provenance sources, Guid subject, IReadOnlyList<SourceMark> marks)
    {
        var events = new List<ProvenanceEvent>();
        foreach (var mark in marks)
        {
            var decision = sources.Note(new SourceNoted(subject, mark.Field, mark.Source, mark.Reference));
            if (decision.Refusal is not null) return decision;
            events.AddRange(decision.Events);
            sources = decision.Events.Aggregate(sources, (noted, @event) => noted.Apply(@event));
        }

        return events.ToArray();
    }
}
