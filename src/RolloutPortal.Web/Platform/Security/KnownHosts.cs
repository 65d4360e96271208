using System.Net;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>Under which hosts people reach the portal, as far as whoever runs it has said. A request names whatever host it likes: a link
/// made from that leads where its sender wants it to, with the one-time token of whoever opens it.</summary>
public sealed class KnownHosts(IOptions<PortalOptions> options, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Any host, as the framework reads <c>AllowedHosts</c>.</summary>
    private static readonly string[] Any = ["*", "[::]", "0.0.0.0"];

    private readonly Uri? own = options.Value.Address is { Length: > 0 } address ? new Uri(address) : null;

    /// <summary>What is asked for under another host never comes so far.</summary>
    private readonly bool areListed = (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } listed
        && !listed.Intersect(Any).Any();

    /// <summary>Of the portal, as configured, without a slash at its end; null: it is not said.</summary>
    public string? Address { get; } = options.Value.Address is { Length: > 0 } address ? address.TrimEnd('/') : null;

    /// <summary>Nobody has said where the portal is: only on its own machine does it know.</summary>
    public bool AreUnknown => own is null && !areListed && !environment.IsDevelopment();

    /// <summary>Whether an address with this host leads here.</summary>
    public bool LeadsHere(HostString host) => !AreUnknown || IsLoopback(host);

    /// <summary>Whether it is served under this host. One without an address of its own serves under any, and makes no links from it.</summary>
    public bool Serves(HostString host) =>
        own is null || areListed || environment.IsDevelopment() || IsLoopback(host) || own.IdnHost.Equals(host.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(HostString host) =>
        host.Host is { } name && (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
