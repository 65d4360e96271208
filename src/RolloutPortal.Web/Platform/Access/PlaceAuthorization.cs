using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Checks a permission at the place that the address names: <c>locationId</c>, <c>areaId</c>, <c>waveId</c>,
/// <c>providerId</c>, <c>programmeId</c>, <c>ticketId</c>: the kind that is named and no other. What one may not see answers as not found.</summary>
public sealed class PlaceAuthorization(AccountDirectory accounts, Places places) : AuthorizationHandler<PlaceRequirement>
{
    private const string Employee = "employeeId";

    /// <summary>A ticket is where it happened, an employee is where they work or have worked.</summary>
    private static readonly (string Name, PlaceKind? Kind)[] Named =
    [
        ("ticketId", null), (Employee, null), ("locationId", PlaceKind.Location), ("waveId", PlaceKind.Wave), ("areaId", PlaceKind.Area), ("providerId", PlaceKind.Provider), ("programmeId", PlaceKind.Programme),
    ];

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PlaceRequirement requirement)
    {
        if (context.Resource is not HttpContext http || Actor.AccountId(context.User) is not { } id) return;
        if (await accounts.Find(id, http.RequestAborted) is not { IsDisabled: false } account) return;
        if (!account.Rights.MaySomewhere(requirement.Permission)) return;

        foreach (var (name, kind) in Named)
        {
            if (http.GetRouteValue(name) is not { } value) continue;
            if (!Guid.TryParse(value.ToString(), out var place) || !await IsCovered(account, requirement, name, kind, place, http.RequestAborted))
            {
                context.Fail(new AuthorizationFailureReason(this, OutOfScope.Reason));
                return;
            }
        }

        context.Succeed(requirement);
    }

    private async Task<bool> IsCovered(
        SignedInAccount account, PlaceRequirement requirement, string name, PlaceKind? kind, Guid id, CancellationToken ct)
    {
        if (name == Employee) return await places.OfEmployee(id, ct) is { } person && person.IsPersonIn(account.Rights, requirement.Permission);
        var under = kind is { } place ? await places.Under(place, id, ct) : await places.OfTicket(id, ct);
        if (under is null) return false;
        return requirement.IsLooking
            ? under.Parts.Append(under.Whole).Any(part => account.Rights.May(requirement.Permission, part))
            : account.Rights.May(requirement.Permission, under.Whole);
    }
}

/// <summary>Turns "not in your scope" into 404: an address tells nothing about what one may not see.</summary>
public sealed class OutOfScope : IAuthorizationMiddlewareResultHandler
{
    public const string Reason = "out-of-scope";

    private readonly AuthorizationMiddlewareResultHandler stock = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.AuthorizationFailure?.FailureReasons.Any(reason => reason.Message == Reason) != true)
            return stock.HandleAsync(next, context, policy, authorizeResult);
        AccessNote.OutOfScope(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
