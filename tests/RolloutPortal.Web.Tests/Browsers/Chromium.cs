using Microsoft.Playwright;
using RolloutPortal.Testing.Browsers;
using RolloutPortal.Web.Tests.Browsers;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>A real browser for the run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Started at the first question: a run of other tests needs none.</summary>
    public async Task<IBrowser> Start()
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await ChromiumProgram.Launch(playwright);
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }
}
