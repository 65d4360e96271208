namespace RolloutPortal.Web.Platform.Database;

/// <summary>Section <c>Portal</c> of the configuration.</summary>
public sealed class PortalOptions
{
    /// <summary>Where the embedded PostgreSQL keeps its data; default: a folder of the user's own.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Lets <c>Production</c> run on the embedded PostgreSQL.</summary>
    public bool Embedded { get; set; }

    /// <summary>An ISO instant: the portal's clock starts there and runs on, also after a restart.</summary>
    public DateTimeOffset? Clock { get; set; }

    /// <summary>Addresses or networks (CIDR) of proxies whose forwarded headers are believed; separated by commas.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>The portal's address as people reach it (<c>https://portal.kk.dk</c>), for what is printed and for links in letters;
    /// where it is said, the portal serves under no other host. Default: none, and links are made on this machine alone.</summary>
    public string? Address { get; set; }

    /// <summary>A PKCS#12 file that encrypts the keys of cookies at rest.</summary>
    public string? KeyCertificate { get; set; }

    public string? KeyCertificatePassword { get; set; }

    /// <summary>Attempts to sign in from one client address before it must wait; one more each second.</summary>
    public int SignInsAtOnce { get; set; } = 100;

    /// <summary>How long entries of the access log are kept.</summary>
    public int AccessLogMonths { get; set; } = 12;

    /// <summary>Which scenario an empty Development database gets; empty: none.</summary>
    public string Scenario { get; set; } = "domus";

    /// <summary>False where a crash may lose data: tests.</summary>
    public bool Durable { get; set; } = true;
}
