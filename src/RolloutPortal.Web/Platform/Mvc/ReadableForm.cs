using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>A form that cannot be read is answered 400 before anything is bound: of such a form nothing would be, not even what stands in
/// the address, and an action would meet nulls where it may not have any.</summary>
/// <remarks>Cut off, without its boundary, with a zero character, or with more fields than <see cref="Security.RequestLimits"/> allows. What
/// is read here is read once.</remarks>
public sealed class ReadableForm : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (await IsReadable(context.HttpContext.Request)) await next();
        else context.Result = new BadRequestResult();
    }

    private static async Task<bool> IsReadable(HttpRequest request)
    {
        if (!request.HasFormContentType) return true;
        // Nothing that only reads takes a form.
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            return false;
        }
    }
}
