using Microsoft.Playwright;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>Counts what a person must do: taps, and keys.</summary>
public sealed class Thumbs(IPage page)
{
    public int Taps { get; private set; }

    public int Keys { get; private set; }

    public async Task Tap(string selector)
    {
        Taps++;
        await page.Locator(selector).TapAsync();
    }

    /// <summary>Types into whatever has the focus: a field that must be tapped first costs a tap of its own.</summary>
    public async Task Type(string text)
    {
        Keys += text.Length;
        await page.Keyboard.TypeAsync(text);
    }
}
