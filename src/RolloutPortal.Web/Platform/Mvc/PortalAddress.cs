using RolloutPortal.Domain;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Where people reach the portal: what stands in letters, on posters and at the identity provider.</summary>
public static class PortalAddress
{
    /// <summary>No link can be made, and what has to be done about it.</summary>
    public static Refusal Missing { get; } = new(PortalRefusals.NoAddress);

    /// <returns>As configured, else as this browser asked for it, without a slash at its end. Null: nobody has said it, and what the
    /// browser asked for may be anybody's.</returns>
    public static string? Portal(this HttpRequest request)
    {
        var hosts = request.HttpContext.RequestServices.GetRequiredService<KnownHosts>();
        return hosts.Address ?? (hosts.LeadsHere(request.Host) ? $"{request.Scheme}://{request.Host}{request.PathBase}" : null);
    }
}

/// <summary>Why the portal itself says no, whatever the domain would.</summary>
public static class PortalRefusals
{
    public const string NoAddress = "portal.no-address";
}
