using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Tests.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Security;

public sealed class KeepingKeys(Server server) : OnOneDatabase(server)
{
    private const string Https = "https://localhost";

    [Fact]
    public async Task A_second_node_accepts_the_sessions_and_forms_of_the_first()
    {
        var (first, second) = (Node(), Node());
        // Both at once, on an empty database: they must not make a key each.
        await Task.WhenAll(Task.Run(() => first.Services), Task.Run(() => second.Services));
        var who = await Holder.Open(first.Services, Holder.New());

        var (here, there) = (Visitor(first), Visitor(second));
        var page = await here.Get("/sign-in");
        there.Client.DefaultRequestHeaders.Add("Cookie", page.Headers["Set-Cookie"].Split(';')[0]);
        var entered = await there.Submit(page, "form[action='/sign-in']", ("Email", who.Email), ("Password", who.Password));
        here.Client.DefaultRequestHeaders.Add("Cookie", Cookie(entered, "portal.session"));

        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/me")).Status);
        Assert.Single(await Stored(first));
    }

    [Fact]
    public async Task With_a_certificate_they_are_encrypted_where_they_lie()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Fresh.Word()}.pfx");
        await File.WriteAllBytesAsync(file, Certificate("hemmelig"));
        try
        {
            (string, string)[] settings = [("Portal:KeyCertificate", file), ("Portal:KeyCertificatePassword", "hemmelig")];
            var (first, second) = (Node("Production", settings), Node("Production", settings));
            var who = await Holder.Open(first.Services, Holder.New());
            var entered = await who.SignIn(Visitor(first, Https));
            var there = Visitor(second, Https);
            there.Client.DefaultRequestHeaders.Add("Cookie", Cookie(entered, "portal.session"));

            Assert.Equal(HttpStatusCode.OK, (await there.Get("/me")).Status);
            Assert.All(await Stored(first), xml => Assert.Contains("EncryptedData", xml, StringComparison.Ordinal));
            Assert.All(await Stored(first), xml => Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_a_fault_of_the_configuration()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration["Portal:KeyCertificate"] = "/no/such/file.pfx";

        Assert.Throws<PortalConfigurationException>(() => builder.AddPortal());
    }

    [Fact]
    public async Task In_production_every_cookie_is_secure_and_the_browser_stays_with_https()
    {
        var node = Node("Production");
        var who = await Holder.Open(node.Services, Holder.New());
        var browser = Visitor(node, "https://portal.eksempel.dk");

        var page = await browser.Get("/sign-in");
        var entered = await who.SignIn(browser);

        Assert.All(page.Cookies.Concat(entered.Cookies), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
        Assert.All(page.Cookies.Concat(entered.Cookies), cookie => Assert.Contains("; httponly", cookie, StringComparison.Ordinal));
        Assert.Contains("samesite=lax", entered.Cookies.Single(cookie => cookie.StartsWith("portal.session", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", page.Headers["Strict-Transport-Security"], StringComparison.Ordinal);
    }

    private static string Cookie(Answer answer, string name) =>
        answer.Cookies.Single(cookie => cookie.StartsWith(name, StringComparison.Ordinal)).Split(';')[0];

    private static Task<List<string>> Stored(PortalFactory node) => node.Services.GetRequiredService<NpgsqlDataSource>()
        .Rows("select xml from data_protection_key", row => row.GetString(0));

    private static byte[] Certificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=RolloutPortal", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }
}
