using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>A partial view as the answer of something that is not a controller.</summary>
public static class PartialAnswer
{
    /// <param name="view">Its whole path: without a controller there is no feature to look in.</param>
    public static Task Write(HttpContext http, int status, string view) =>
        new PartialViewResult { StatusCode = status, ViewName = view }.ExecuteResultAsync(
            new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
}
