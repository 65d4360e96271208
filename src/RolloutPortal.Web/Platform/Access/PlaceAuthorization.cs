using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Checks a permission at the place that the address names: <c>locationId</c>, <c>areaId</c>, <c>waveId</c>,
/// <c>programmeId</c>, <c>ticketId</c>, or <c>placeId</c> where it may be any of them. What one may not see answers as not found.</summary>
public sealed class PlaceAuthorization(AccountDirectory accounts, Places places) : AuthorizationHandler<PlaceRequirement>
{
    private static readonly string[] Names = ["ticketId", "locationId", "waveId", "areaId", "programmeId", "placeId"];

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PlaceRequirement requirement)
    {
        if (context.Resource is not HttpContext http || Actor.AccountId(context.User) is not { } id) return;
        if (await accounts.Find(id, http.RequestAborted) is not { IsDisabled: false } account) return;
        if (!account.Rights.MaySomewhere(requirement.Permission)) return;

        foreach (var name in Names)
        {
            if (http.GetRouteValue(name) is not { } value) continue;
            if (!Guid.TryParse(value.ToString(), out var place) || !await IsCovered(account, requirement, name, place, http.RequestAborted))
            {
                context.Fail(new AuthorizationFailureReason(this, OutOfScope.Reason));
                return;
            }
        }

        context.Succeed(requirement);
    }

    private async Task<bool> IsCovered(SignedInAccount account, PlaceRequirement requirement, string name, Guid id, CancellationToken ct)
    {
        var under = name == "ticketId" ? await places.OfTicket(id, ct) : await places.Under(id, ct);
        if (under is null) return false;
        return requirement.IsLooking
            ? under.Parts.Append(under.Whole).Any(place => account.Rights.May(requirement.Permission, place))
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
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
