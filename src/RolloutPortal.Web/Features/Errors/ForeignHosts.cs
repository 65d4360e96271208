using Microsoft.AspNetCore.StaticAssets;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>A portal that has been told its address serves under no other: whoever comes by one is told where it is.</summary>
public static class ForeignHosts
{
    private const string Unknown =
        "Portal__Address is not set: links of invitations and of new passwords, posters and the way to the identity provider are made on this machine alone.";

    /// <remarks>After routing, so that the page can have its styles. Those who watch the machine ask it by whatever name they know.</remarks>
    public static WebApplication UseForeignHosts(this WebApplication app)
    {
        var (hosts, isSaid) = (app.Services.GetRequiredService<KnownHosts>(), 0);
        if (hosts.AreUnknown) app.Logger.LogWarning(Unknown);
        app.Use((http, next) =>
        {
            if (hosts.Serves(http.Request.Host) || http.Request.Path.StartsWithSegments("/health") || IsFile(http)) return next(http);
            // Once: whoever asks for many names fills no log.
            if (Interlocked.Exchange(ref isSaid, 1) == 0)
                app.Logger.LogWarning("What is asked for as {Host} is refused: Portal__Address is {Address}. A proxy has to pass on the host that it was asked for.", http.Request.Host.Host, hosts.Address);
            return ErrorAnswer.Write(http, new Fault(StatusCodes.Status400BadRequest, "host"));
        });
        return app;
    }

    private static bool IsFile(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
