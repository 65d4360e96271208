using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>An address that is a key itself: traces get its pattern instead (decisions.md 26).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SecretAddressAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) =>
        context.HttpContext.Features.Get<IHttpActivityFeature>()?.Activity
            .SetTag("url.path", $"/{context.ActionDescriptor.AttributeRouteInfo?.Template}");

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
