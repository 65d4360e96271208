using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Seeding.Story;

/// <summary>The programme with its areas, modules and providers.</summary>
internal static class Founding
{
    public static IEnumerable<SeedStep> Steps(Scenario scenario)
    {
        var (id, ids, row, at) = (scenario.ProgrammeId, scenario.Ids, scenario.Programme, scenario.Founded);
        var command = new FoundProgramme(id, row.Text("name"), row.Text("language"), row.Text("country"), row.Text("time_zone"), row.Text("currency"));
        return
        [
            Step(p => p.Found(command)),
            .. scenario.Areas.Select(area => Step(p => p.AddArea(ids.Area(area.Text("name")), area.Text("name")))),
            .. scenario.Modules.Select(module => Step(p => p.AddModule(ids.Module(module.Text("key")), module.Text("name")))),
            .. scenario.Providers.Select(provider => Step(p => p.AddProvider(ids.Provider(provider.Text("name")), provider.Text("name")))),
        ];

        SeedStep Step(Func<Programme, Domain.Decision<ProgrammeEvent>> decide) =>
            SeedStep.Decide<Programme, ProgrammeEvent>(at, by: null, id, events: 1, (programme, _) => decide(programme));
    }
}
