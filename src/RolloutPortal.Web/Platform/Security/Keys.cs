using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>Where the keys of cookies are kept, and what they are encrypted with (decisions.md 26).</summary>
public static class Keys
{
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("RolloutPortal");
        services.AddSingleton<KeyTable>().AddHostedService<FirstKey>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyTable>((options, table) => options.XmlRepository = table);
        if (configuration.GetSection("Portal").Get<PortalOptions>() is { KeyCertificate: { Length: > 0 } file } portal)
            keys.ProtectKeysWithCertificate(Read(file, portal.KeyCertificatePassword));
        return services;
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new PortalConfigurationException($"Portal__KeyCertificate cannot be read as PKCS#12: {e.Message}");
        }
    }
}
