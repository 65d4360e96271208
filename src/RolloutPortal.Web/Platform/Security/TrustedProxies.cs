using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>Whose word counts for where a request came from: the proxies named in <c>Portal__TrustedProxies</c>, and nobody else's.</summary>
public static class TrustedProxies
{
    /// <param name="named">Addresses or networks, separated by commas: <c>10.0.0.5, 10.1.0.0/16</c>.</param>
    /// <returns>Null when none is named: the headers are ignored.</returns>
    public static ForwardedHeadersOptions? Read(string? named)
    {
        var entries = (named ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length == 0) return null;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // Several proxies may stand in a row; each that is not named ends the walk.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in entries)
            Add(options, entry);
        return options;
    }

    private static void Add(ForwardedHeadersOptions options, string entry)
    {
        if (IPAddress.TryParse(entry, out var address)) options.KnownProxies.Add(address);
        else if (System.Net.IPNetwork.TryParse(entry, out var network)) options.KnownIPNetworks.Add(network);
        else throw new PortalConfigurationException($"Portal__TrustedProxies: '{entry}' is neither an address nor a network.");
    }
}
