using System.Globalization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>What somebody says about a problem, as typed: to log it, or to correct what was logged.</summary>
/// <param name="TicketId">Made with the form, so that the same form sent twice is one ticket (decisions.md 4).</param>
/// <param name="AffectedUsers">Empty: what the impact suggests.</param>
/// <param name="LocationId">Only when correcting.</param>
/// <param name="Seen">The version of the ticket that its corrector saw.</param>
public sealed record TicketForm(
    Guid TicketId, string? WhatHappens, Impact? Impact, Urgency? Urgency, Guid? ModuleId, TicketKind? Kind, string? AffectedUsers,
    bool Safety, Channel? Channel, Guid? LocationId, long Seen)
{
    public const int MostCharacters = Texts.Longest;
    public const int MostUsers = Problem.MostUsers;

    /// <summary>Characters from which on a form says how many are left.</summary>
    public const int CountedFrom = 1_800;

    /// <summary>Whom it hits is guessed; whether work can go on must be answered: a guess there would make what is serious weak unseen.</summary>
    public static TicketForm New(Guid? moduleId) => new(
        Guid.CreateVersion7(), WhatHappens: null, Domain.Hypercare.Impact.Team, Urgency: null, moduleId,
        TicketKind.Fault, AffectedUsers: null, Safety: false, Channel: null, LocationId: null, Seen: 0);

    public static TicketForm Of(TicketRow row, string? words, long version) => new(
        row.TicketId, words, row.Impact, row.Urgency, row.ModuleId, row.Kind, row.AffectedUsers.ToString(CultureInfo.InvariantCulture),
        row.SafetyOrPersonalData, row.Channel, row.LocationId, version);

    /// <summary>How many it hits was left to the portal.</summary>
    public bool UsersAreGuessed => Typed is null;

    public string Words => Texts.Clean(WhatHappens ?? "");

    /// <summary>How many it hits when nobody says otherwise.</summary>
    public static int UsersOf(Impact impact, LocationDay location) => impact switch
    {
        Domain.Hypercare.Impact.Team => Math.Clamp(5, 1, Math.Max(1, location.Users)),
        Domain.Hypercare.Impact.WholeLocation => Math.Max(1, location.Users),
        _ => 1,
    };

    /// <summary>What is missing or cannot be: the field, and the key of the text that says so.</summary>
    /// <param name="wordsAreGone">The text was deleted: nobody has to invent another.</param>
    public IEnumerable<(string Field, string Key)> Faults(bool wordsAreGone = false)
    {
        if (Words.Length == 0 && !wordsAreGone) yield return (nameof(WhatHappens), "log.what.missing");
        if (Words.Length > MostCharacters) yield return (nameof(WhatHappens), "log.what.long");
        if (Impact is not { } impact || !Enum.IsDefined(impact)) yield return (nameof(Impact), "log.impact.missing");
        if (Urgency is not { } urgency || !Enum.IsDefined(urgency)) yield return (nameof(Urgency), "log.urgency.missing");
        if (Kind is not { } kind || !Enum.IsDefined(kind)) yield return (nameof(Kind), "log.kind.unknown");
        if (Typed is < 1 or > MostUsers) yield return (nameof(AffectedUsers), "log.users.range");
    }

    /// <summary>Only of a form without faults.</summary>
    public Problem ToProblem(LocationDay location) => new(
        location.LocationId, ModuleId, Kind!.Value, Impact!.Value, Urgency!.Value,
        Safety, Typed ?? UsersOf(Impact.Value, location));

    /// <summary>Null when left empty; 0 for what is no number.</summary>
    private int? Typed => string.IsNullOrWhiteSpace(AffectedUsers) ? null
        : int.TryParse(AffectedUsers.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var users) ? users
        : 0;
}
