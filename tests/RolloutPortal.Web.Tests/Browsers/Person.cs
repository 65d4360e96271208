using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>One person's browser window; remembers what the console and the content policy complained about.</summary>
public sealed class Person : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>In the page itself: it has no frames, for which a second page would be opened each time.</summary>
    private const string Look =
        """
        () => axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
            .then(found => found.violations.map(one => `${one.id} (${one.impact}): ${one.nodes.slice(0, 3).map(node => node.html).join("; ")}`))
        """;

    private readonly List<string> complaints = [];

    private Person(IBrowserContext context, IPage page, Guid account)
    {
        (Context, Page, Account) = (context, page, account);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/csp-report", StringComparison.Ordinal)) complaints.Add("content policy: " + request.PostData);
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Guid Account { get; }

    /// <summary>Errors of the console and reports of the content policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Person> Open(IBrowserContext context, Guid account) => new(context, await context.NewPageAsync(), account);

    /// <summary>From now on the browser asks for this language.</summary>
    public Task Speak(string language) => Page.SetExtraHTTPHeadersAsync([new("Accept-Language", language)]);

    /// <summary>Opens a page and, where it has something live, waits until it is.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> GoTo(string url)
    {
        var status = (await Page.GotoAsync(url))!.Status;
        if (await Page.Locator("[data-topic]").CountAsync() == 0) return status;
        try
        {
            await Page.WaitForSelectorAsync("body[data-live=on]", new() { Timeout = 10_000 });
            return status;
        }
        catch (TimeoutException e)
        {
            var state = await Page.Locator("body").GetAttributeAsync("data-live");
            throw new InvalidOperationException($"{url} is not live but {state} at {Page.Url}: {string.Join("; ", complaints)}", e);
        }
    }

    /// <summary>What axe finds wrong, a line each; also the size of what is tapped (WCAG 2.2, 2.5.8), which it leaves out by itself.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        await Page.EvaluateAsync(Axe);
        return [.. (await Page.EvaluateAsync<string[]>(Look)).Select(found => $"{Page.Url}: {found}")];
    }

    /// <summary>Whether something is wider than the window.</summary>
    public Task<bool> ScrollsSideways() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
