using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Where people reach the portal: what stands in letters, on posters and at the identity provider.</summary>
public static class PortalAddress
{
    /// <returns>As configured, else as this browser did, without a slash at its end. Only what is configured is safe from a forged <c>Host</c>.</returns>
    public static string Portal(this HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IOptions<PortalOptions>>().Value.Address is { Length: > 0 } address
            ? address.TrimEnd('/')
            : $"{request.Scheme}://{request.Host}{request.PathBase}";
}
