using Microsoft.Playwright;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>Photos as a phone's camera would give them, drawn by the browser.</summary>
internal static class Pictures
{
    public static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "image/jpeg", Buffer = content };

    /// <summary>800 by 600, no two alike.</summary>
    public static Task<byte[]> Plain(this IPage page) => page.Draw("picture.fillStyle = '#fff'; picture.fillRect(Math.random() * 700, 50, 60, 60);");

    /// <summary>So full of detail that it stays some hundred kilobytes.</summary>
    public static Task<byte[]> Detailed(this IPage page) => page.Draw(
        """
        const dots = picture.createImageData(800, 600);
        for (let i = 0; i < dots.data.length; i++) dots.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
        picture.putImageData(dots, 0, 0);
        """);

    private static async Task<byte[]> Draw(this IPage page, string draw) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        $$"""
        () => {
            const canvas = Object.assign(document.createElement("canvas"), { width: 800, height: 600 }), picture = canvas.getContext("2d");
            picture.fillStyle = "#28c";
            picture.fillRect(0, 0, 800, 600);
            {{draw}}
            return canvas.toDataURL("image/jpeg", .95).split(",")[1];
        }
        """));
}
