using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>The portal itself, on a database of a test and, where the test says so, on another machine time.</summary>
public sealed class PortalFactory(string connectionString) : WebApplicationFactory<Program>
{
    public string Environment { get; init; } = "Development";

    /// <summary>Configuration by name, as in an environment variable with <c>:</c> for <c>__</c>.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Machine time; default: the machine's.</summary>
    public TimeProvider? Machine { get; init; }

    /// <summary>Hears everything that is logged, down to what developers look for; null: nobody listens.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>From here on a real Kestrel on a free port, for a real browser. Call it before anything else.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("ConnectionStrings:Portal", connectionString);
        builder.UseSetting("Portal:Scenario", "");
        builder.UseSetting("Portal:Clock", SmallRollout.Morning.ToString("O"));
        builder.UseSetting("Portal:SignInsAtOnce", "100000"); // all tests stand behind one address
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => (Log is null ? logging : logging.AddProvider(Log)).SetMinimumLevel(Log is null ? LogLevel.Warning : LogLevel.Information));
        if (Machine is { } machine) builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(machine)));
    }
}
