using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using RolloutPortal.Testing;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>A certified OpenID provider (npm oidc-provider) in a process of its own.</summary>
public sealed class RealProvider : IAsyncDisposable
{
    private readonly System.Collections.Concurrent.ConcurrentBag<Visit> visits = [];
    private Process? process;

    public RealProvider()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Authority = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public string Authority { get; }

    public (string Name, string Value)[] Settings =>
        [("Portal:Oidc:Authority", Authority), ("Portal:Oidc:ClientId", "portal"), ("Portal:Oidc:ClientSecret", "a secret of the test"), ("Portal:Oidc:Name", "Prøvekøbing")];

    /// <summary>With a new key each time.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("node", ["provider.mjs", $"{new Uri(Authority).Port}"])
        {
            WorkingDirectory = Path.Combine(PostgresFixture.RepoRoot, "tests", "identity-provider"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line == "listening") return;
        throw new InvalidOperationException("The identity provider did not start.");
    }

    public async Task Stop()
    {
        if (process is null) return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Somebody who has an account there.</summary>
    public async Task Knows(string subject, object claims)
    {
        using var http = new HttpClient();
        (await http.PutAsJsonAsync($"{Authority}/test/people/{subject}", claims)).EnsureSuccessStatusCode();
    }

    public Visit NewVisit()
    {
        var visit = new Visit();
        visits.Add(visit);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visit in visits)
            visit.Dispose();
        await Stop();
    }

    /// <summary>A browser at the provider, with its cookies.</summary>
    public sealed class Visit : IDisposable
    {
        private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

        /// <summary>Signs in there and agrees to everything.</summary>
        /// <returns>The portal's address that it leads back to.</returns>
        public async Task<Uri> SignIn(string address, string subject) => await Walk(new Uri(address), form =>
            form["prompt"] == "login" ? form.Concat([new("login", subject), new("password", "x")]) : form);

        /// <summary>Turns back at the first page.</summary>
        public async Task<Uri> Cancel(string address)
        {
            var (page, at) = await Get(new Uri(address));
            return await Walk(new Uri(at, ((IHtmlAnchorElement)page!.QuerySelector("a[href*=abort]")!).GetAttribute("href")!), form => form);
        }

        /// <summary>Whether somebody would have to say who they are, and is not led straight back.</summary>
        public async Task<bool> Asks(string address) => (await Get(new Uri(address))).Page is not null;

        /// <summary>Says yes to being signed out.</summary>
        public Task<Uri> SignOut(string address) => Walk(new Uri(address), form => form.Append(new("logout", "yes")));

        public void Dispose() => http.Dispose();

        private async Task<Uri> Walk(Uri address, Func<Dictionary<string, string>, IEnumerable<KeyValuePair<string, string>>> fill)
        {
            for (var step = 0; step < 20; step++)
            {
                var (page, at) = await Get(address);
                if (page is null) return at;
                var form = page.QuerySelector("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{at}: {page.Body?.TextContent}");
                var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
                using var answer = await http.PostAsync(new Uri(at, form.GetAttribute("action")!), new FormUrlEncodedContent(fill(fields)));
                if (answer.Headers.Location is not { } next) throw new InvalidOperationException($"{at}: {await answer.Content.ReadAsStringAsync()}");
                address = new Uri(at, next);
                if (address.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal)) return address;
            }

            throw new InvalidOperationException("The provider leads nowhere.");
        }

        /// <returns>No page: the address is the portal's.</returns>
        private async Task<(IHtmlDocument? Page, Uri At)> Get(Uri address)
        {
            for (; ; )
            {
                if (address.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal)) return (null, address);
                using var answer = await http.GetAsync(address);
                if (answer.Headers.Location is not { } next) return (new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), address);
                address = new Uri(address, next);
            }
        }
    }
}
