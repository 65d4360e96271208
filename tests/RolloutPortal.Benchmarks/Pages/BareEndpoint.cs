using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RolloutPortal.Testing;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>What the ticket list is held against: a process whose one endpoint runs the list's query and writes as many bytes, with
/// no sign-in, no language, no views.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    /// <summary>The word that makes this program the endpoint.</summary>
    public const string Verb = "bare-endpoint";

    private readonly Process process;

    private BareEndpoint(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<BareEndpoint> Start(IReadOnlyDictionary<string, string> settings, Guid programme, int bytes)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["exec", typeof(BareEndpoint).Assembly.Location, Verb, $"{programme}", $"{bytes}", .. settings.Select(pair => $"{pair.Key}={pair.Value}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        return new BareEndpoint(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>The process itself; leaves when its input ends.</summary>
    public static async Task<int> Serve(string[] words)
    {
        await using var node = await SecondNode.Open(words[2..].Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
        var query = await TicketListQuery.For(node, Guid.Parse(words[0]));
        var bytes = int.Parse(words[1], CultureInfo.InvariantCulture);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", http => Answer(query, bytes, http));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        while (await Console.In.ReadLineAsync() is not null) { }
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task Answer(TicketListQuery query, int bytes, HttpContext http)
    {
        var lines = await query.Run(http.RequestAborted);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers["X-Lines"] = lines.ToString(CultureInfo.InvariantCulture);
        var body = http.Response.BodyWriter.GetMemory(bytes)[..bytes];
        body.Span.Fill((byte)'x');
        http.Response.BodyWriter.Advance(bytes);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
