using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Web.Features.AccessLog.Words;

/// <summary>What came of a request, as the key of its words: by the outcome that it told, else by its status.</summary>
public static class AccessResult
{
    /// <summary>Outcomes with words of their own; those of the domain's refusals are told by their status.</summary>
    public static readonly string[] Outcomes =
    [
        "sign-in.wrong", "sign-in.disabled", "sign-in.closed", "sign-in.incomplete", "form.incomplete", "guard.refused", "guard.asked",
        .. Enum.GetValues<IdentityFault>().Select(fault => new IdentityException(fault, "").Outcome),
    ];

    public static readonly string[] Statuses = ["done", "unsigned", "role", "scope", "missing", "stale", "refused", "many", "failed"];

    public static bool IsDone(AccessEntry entry) => entry.Kind is not AccessKind.Refused && entry.Status < StatusCodes.Status400BadRequest;

    public static string KeyOf(AccessEntry entry) => entry switch
    {
        { Kind: AccessKind.Refused, Account: null } => "unsigned",
        { Kind: AccessKind.Refused, Status: StatusCodes.Status404NotFound } => "scope",
        { Kind: AccessKind.Refused } => "role",
        { Outcome: { } outcome } when Outcomes.Contains(outcome) => outcome,
        { Status: < StatusCodes.Status400BadRequest } => "done",
        { Status: StatusCodes.Status404NotFound } => "missing",
        { Status: StatusCodes.Status409Conflict } => "stale",
        { Status: StatusCodes.Status429TooManyRequests } => "many",
        { Status: >= StatusCodes.Status500InternalServerError } => "failed",
        _ => "refused",
    };
}
