using RolloutPortal.Domain;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>What a programme is called, and its defaults.</summary>
/// <param name="Seen">The name and the defaults as its user saw them: the areas and modules of a programme may change meanwhile.</param>
/// <param name="Now">What somebody else made of them meanwhile, in words.</param>
public sealed record ProgrammeSettingsForm(
    Guid ProgrammeId, string? Name, string? Language, string? Country, string? TimeZone, string? Currency, string? Seen, string? Now = null)
{
    public static ProgrammeSettingsForm Of(ProgrammeRow row, Programme programme) =>
        new(row.ProgrammeId, row.Name, row.Language, row.Country, row.TimeZone, row.Currency, Summary(programme));

    public Decision<ProgrammeEvent> Decide(Programme programme)
    {
        var decision = programme.Decide<Programme, ProgrammeEvent>(
            [p => p.Rename(Name), p => p.ChooseDefaults(new ProgrammeDefaults(Language ?? "", Country ?? "", TimeZone ?? "", Currency ?? ""))]);
        return decision.Events.Count > 0 && Seen != Summary(programme) ? new Refusal(CommonRefusals.Stale) : decision;
    }

    private static string Summary(Programme programme) => $"{programme.Name}|{programme.Defaults}";
}
