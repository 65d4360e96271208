using System.Globalization;
using Npgsql;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>Looks at the configuration before anything is started, so that what is wrong is said in one line.</summary>
public static class ConfigurationCheck
{
    /// <summary>One that every page needs.</summary>
    private const string PageFile = "css/layers.css";

    /// <summary>What can be read wrongly, whatever the program is called for.</summary>
    /// <exception cref="PortalConfigurationException">The message names the setting and says what it should be.</exception>
    public static void Values(IConfiguration configuration)
    {
        var portal = configuration.GetSection("Portal");
        CheckClock(portal["Clock"]);
        CheckFlag("Portal__Embedded", portal["Embedded"]);
        if (portal["Address"] is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            throw new PortalConfigurationException($"Portal__Address: '{address}' is no address. Write it like https://portal.kommune.dk.");
        CheckFlag("Portal__Durable", portal["Durable"]);
        if (portal["KeyCertificate"] is { Length: > 0 } certificate && !File.Exists(certificate))
            throw new PortalConfigurationException($"Portal__KeyCertificate: there is no file {certificate}.");
        IdentityOptions.Check(portal);
        if (portal["AccessLogMonths"] is { Length: > 0 } months && !(int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var kept) && kept is >= 1 and <= 120))
            throw new PortalConfigurationException($"Portal__AccessLogMonths: '{months}' is no number of months from 1 to 120.");
    }

    /// <summary>Where the data are, for whatever needs them.</summary>
    /// <inheritdoc cref="Values"/>
    public static void Database(IConfiguration configuration, IHostEnvironment environment) =>
        CheckDatabase(configuration.GetConnectionString("Portal"), environment.IsProduction(), configuration.GetValue<bool>("Portal:Embedded"));

    /// <summary>The files of the pages. Without them every style and script would be answered with nothing.</summary>
    /// <inheritdoc cref="Values"/>
    public static void Files(IWebHostEnvironment environment)
    {
        if (!environment.WebRootFileProvider.GetFileInfo(PageFile).Exists)
            throw new PortalConfigurationException($"The files of the pages are missing: there is no {PageFile} in {Path.Combine(environment.ContentRootPath, "wwwroot")}.");
    }

    private static void CheckClock(string? value)
    {
        if (value is { Length: > 0 } && !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            throw new PortalConfigurationException($"Portal__Clock: '{value}' is no instant. Write it like 2022-01-25T07:00:00Z.");
    }

    private static void CheckFlag(string name, string? value)
    {
        if (value is { Length: > 0 } && !bool.TryParse(value, out _)) throw new PortalConfigurationException($"{name}: '{value}' is neither true nor false.");
    }

    private static void CheckDatabase(string? connectionString, bool isProduction, bool embedded)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            if (isProduction && !embedded) throw new PortalConfigurationException(PortalDatabase.ProductionNeeds);
            return;
        }

        try
        {
            if (new NpgsqlConnectionStringBuilder(connectionString).Host is not { Length: > 0 })
                throw new PortalConfigurationException("ConnectionStrings__Portal names no host.");
        }
        catch (ArgumentException e)
        {
            throw new PortalConfigurationException($"ConnectionStrings__Portal cannot be read: {e.Message}");
        }
    }
}
