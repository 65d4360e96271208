using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform;

/// <summary>The program as somebody starts it: a process, from a folder that is not its own, told by the environment where to listen.</summary>
public sealed class CallingTheProgram(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task It_serves_its_files_where_it_was_told_to_and_logs_no_addresses(string environment)
    {
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Portal"] = portal.ConnectionString, ["ASPNETCORE_ENVIRONMENT"] = environment };
        await using var process = new PortalProcess(settings);
        await process.Start();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = process.Address };

        using var style = await http.GetAsync(new Uri("/css/tokens.css", UriKind.Relative));
        using var search = await http.GetAsync(new Uri("/tickets?search=hemmeligt", UriKind.Relative));
        using var link = await http.GetAsync(new Uri("/first-administrator/hemmeligt", UriKind.Relative));

        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.Contains("--ink", await style.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (search.StatusCode, link.StatusCode));
        Assert.Contains("Now listening on", process.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmeligt", process.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("/css/", process.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalBuilder.Address)]
    [InlineData("http://127.0.0.1:7001", "--urls", "http://127.0.0.1:7001")]
    [InlineData(null, "--http_ports", "7001")]
    [InlineData(null, "--Kestrel:Endpoints:Http:Url=http://127.0.0.1:7001")]
    public void Unless_it_is_told_otherwise_it_listens_to_this_machine_alone(string? urls, params string[] args) =>
        Assert.Equal(urls, PortalBuilder.Create(args).WebHost.GetSetting(WebHostDefaults.ServerUrlsKey));

    [Fact]
    public void Without_the_files_of_its_pages_it_does_not_start()
    {
        var environment = PortalBuilder.Create([]).Environment;
        environment.WebRootFileProvider = new NullFileProvider();

        var refusal = Assert.Throws<PortalConfigurationException>(() => ConfigurationCheck.Files(environment));

        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "wwwroot"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_value_ends_a_line_of_the_log_or_moves_the_cursor() =>
        Assert.Equal(@"a b\u001b[2Jc\u0000", PlainLines.OneLine("a\nb\u001b[2Jc\0"));
}
