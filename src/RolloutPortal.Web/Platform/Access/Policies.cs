using Microsoft.AspNetCore.Authorization;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>Names of policies. Each endpoint names one; an endpoint without any is closed to everybody.</summary>
public static class Policies
{
    /// <summary>Nobody need be signed in.</summary>
    public const string Anyone = nameof(Anyone);

    /// <summary>Any account that is not disabled.</summary>
    public const string SignedIn = nameof(SignedIn);

    public const string SeeRollout = nameof(Permission.SeeRollout);
    public const string SeeTickets = nameof(Permission.SeeTickets);
    public const string LogTickets = nameof(Permission.LogTickets);
    public const string CorrectTickets = nameof(Permission.CorrectTickets);
    public const string TriageTickets = nameof(Permission.TriageTickets);
    public const string Plan = nameof(Permission.Plan);
    public const string Import = nameof(Permission.Import);
    public const string SeeNames = nameof(Permission.SeeNames);
    public const string Administer = nameof(Permission.Administer);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, policy => policy.RequireAssertion(_ => true));
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PlaceRequirement(permission)));
        // An endpoint that nobody gave a policy is closed; an address without an endpoint is simply not found. The framework's own
        // answers (405 to a wrong method) have no route.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
    }
}

/// <summary>The permission, at the place that the address names; where it names none, anywhere.</summary>
public sealed record PlaceRequirement(Permission Permission) : IAuthorizationRequirement
{
    /// <summary>What only looks may be opened for a place of which one sees a part: the page shows that part.</summary>
    public bool IsLooking => Permission is Permission.SeeRollout or Permission.SeeTickets or Permission.SeeNames;
}
