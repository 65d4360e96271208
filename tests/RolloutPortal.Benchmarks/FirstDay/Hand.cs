using Microsoft.Playwright;

namespace RolloutPortal.Benchmarks.FirstDay;

/// <summary>Somebody's hand at a page: counts what is pressed or chosen, and the fields that are written.</summary>
internal sealed class Hand(IPage page)
{
    public IPage Page => page;

    /// <summary>Buttons and links pressed, files and choices picked.</summary>
    public int Presses { get; private set; }

    /// <summary>Fields written.</summary>
    public int Fields { get; private set; }

    public Task Press(string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button }));

    public Task Follow(string link) => Press(page.GetByRole(AriaRole.Link, new() { Name = link }));

    /// <summary>The first one of these.</summary>
    public async Task Press(ILocator what)
    {
        await what.First.ClickAsync();
        Presses++;
    }

    public async Task Write(string label, string words)
    {
        await page.GetByLabel(label, new() { Exact = true }).First.FillAsync(words);
        Fields++;
    }

    public async Task Choose(string select, string value)
    {
        await page.Locator(select).SelectOptionAsync(value);
        Presses++;
    }

    public async Task Pick(string path)
    {
        await page.Locator("input[type=file]").First.SetInputFilesAsync(path);
        Presses++;
    }

    /// <summary>Waits for what the page says next.</summary>
    public Task Read(string words) => page.GetByText(words).First.WaitForAsync();
}
