namespace RolloutPortal.Web.Platform.Access;

/// <summary>What a device calls itself, for its owner to know it again: <c>iPhone · Safari</c>. Nothing is decided by it.</summary>
public static class DeviceName
{
    // In this order: each browser claims to be those after it as well.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Machines =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    /// <returns>Null when it says nothing that is known.</returns>
    public static string? Of(string? userAgent)
    {
        string?[] parts = [Known(Machines, userAgent), Known(Browsers, userAgent)];
        return parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join(" · ", known) : null;
    }

    private static string? Known((string Mark, string Name)[] all, string? userAgent) =>
        all.FirstOrDefault(one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
