using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Photos;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Forms;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>The ten-second form and what it has to choose from.</summary>
/// <param name="HasOtherPlaces">Its user may log at other locations too.</param>
/// <param name="MayChooseChannel">Support, who writes down what others say.</param>
/// <param name="DraftKey">Names user and place: what was typed comes back only to them, there.</param>
/// <param name="LastModule">Of this person's last ticket; already in an empty form.</param>
/// <param name="Conflict">What went wrong with the form's id, in words; null when nothing did.</param>
public sealed record LogTicketPage(
    TicketForm Form, CareLocation At, IReadOnlyList<ModuleRow> Modules, bool HasOtherPlaces, bool MayChooseChannel, string DraftKey,
    Guid? LastModule, string? Conflict = null) : ITicketChoices
{
    public PhotoFields Photos { get; init; } = PhotoFields.Fresh();

    /// <summary>The day since which the location is closed; a ticket can be logged all the same (decisions.md 22).</summary>
    public DateOnly? ClosedFrom { get; init; }

    /// <summary>What stands in its place, by id: where the ticket may belong.</summary>
    public IReadOnlyDictionary<Guid, string> Successors { get; init; } = new Dictionary<Guid, string>();

    public string Address => $"/locations/{At.Id}/tickets";

    public string Similar => $"{Address}/similar";

    public string? ModuleName => Modules.FirstOrDefault(module => module.ModuleId == Form.ModuleId)?.Name;

    /// <summary>For the label of the button: impact, then urgency, then plain, with the flag, many users, both. The server decides again.</summary>
    public static string Severities { get; } = JsonSerializer.Serialize(
        Enum.GetValues<Impact>().ToDictionary(impact => impact.ToString(), impact => Enum.GetValues<Urgency>().ToDictionary(
            urgency => urgency.ToString(), urgency => Of(impact, urgency))));

    /// <summary>What the button says of each.</summary>
    public static string SeverityNames(IStringLocalizer<SharedTexts> shared) =>
        JsonSerializer.Serialize(Enum.GetValues<Severity>().ToDictionary(severity => $"{severity}", severity => $"{severity}, {shared.Word(severity)}"));

    /// <summary>How many users each impact stands for here.</summary>
    public string Suggestions => JsonSerializer.Serialize(
        Enum.GetValues<Impact>().ToDictionary(impact => impact.ToString(), impact => UsersOf(impact)));

    /// <summary>What is folded away must not hide a message.</summary>
    public static bool HasFaultInDetails(ModelStateDictionary state) => FoldedAway.Any(field => FormMessages.Of(state, field) is not null);

    /// <summary>What the line says under which the details are folded: only what was chosen or said to be guessed.</summary>
    public string Folded(IStringLocalizer<SharedTexts> shared, IStringLocalizer<HypercareTexts> text)
    {
        var module = ModuleName is not { } name ? text["log.module.none"].Value : Form.ModuleId == LastModule ? text["log.module.last", name] : name;
        var told = $"{text["kind"]}: {shared.Of(Form.Kind ?? TicketKind.Fault)} · {module}";
        return Form.Safety ? $"{told} · {text["safety.flag"]}" : told;
    }

    public int UsersOf(Impact impact) => TicketForm.UsersOf(impact, At.Row);

    private static readonly string[] FoldedAway = [nameof(TicketForm.ModuleId), nameof(TicketForm.Kind), nameof(TicketForm.AffectedUsers)];

    private static string[] Of(Impact impact, Urgency urgency) =>
    [
        $"{SeverityRule.Of(impact, urgency, 1, false)}", $"{SeverityRule.Of(impact, urgency, 1, true)}",
        $"{SeverityRule.Of(impact, urgency, SeverityRule.ManyUsers + 1, false)}", $"{SeverityRule.Of(impact, urgency, SeverityRule.ManyUsers + 1, true)}",
    ];
}

/// <summary>Where to log, for those who may in several places.</summary>
/// <param name="Recent">Where this person logged last, newest first.</param>
/// <param name="Search">What was typed to find one; shown when there are many.</param>
public sealed record ChooseLocationPage(IReadOnlyList<PlaceChoice> Recent, IReadOnlyList<PlaceChoice> All, string? Search, bool IsLong);

/// <summary>A location to choose.</summary>
public sealed record PlaceChoice(Guid LocationId, string Name, string Code, string AreaName);
