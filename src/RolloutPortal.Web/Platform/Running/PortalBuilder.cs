namespace RolloutPortal.Web.Platform.Running;

/// <summary>Where the program finds its files, and where it listens, whatever folder it is started from.</summary>
public static class PortalBuilder
{
    /// <summary>When nobody says otherwise: this machine alone.</summary>
    public const string Address = "http://localhost:5080";

    /// <summary>Each is a way of saying otherwise, as <c>ASPNETCORE_…</c>, <c>--…</c> or in a file of settings.</summary>
    private static readonly string[] Told = ["urls", "http_ports", "https_ports"];

    /// <param name="args">Settings that were typed: <c>--urls</c>, <c>--Portal:Clock=…</c>.</param>
    public static WebApplicationBuilder Create(string[] args)
    {
        // Its own folder and not the one that it was called from: there its settings and the files of its pages are.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Does nothing for a published program; one that was only built finds those files in the sources, in every environment.
        builder.WebHost.UseStaticWebAssets();
        // In code and not in appsettings.json, which would outrank ASPNETCORE_URLS.
        if (!IsTold(builder.Configuration)) builder.WebHost.UseUrls(Address);
        return builder;
    }

    private static bool IsTold(IConfiguration configuration) =>
        Told.Any(name => configuration[name] is { Length: > 0 }) || configuration.GetSection("Kestrel:Endpoints").Exists();
}
