namespace RolloutPortal.Web.Features.Shared.Layout;

/// <summary>The style sheets and scripts of every page, in the order in which they must stand.</summary>
public static class PageFiles
{
    public static IReadOnlyList<string> Styles { get; } =
    [
        "layers", "tokens", "base", "layout", "button", "card", "tile", "tag", "table", "form", "pick", "drop", "dialog", "live", "list",
        "notice", "timeline", "chart",
        "shell", "rollout", "hypercare", "guard", "poster", "shortcuts", "identity", "photos", "accounts", "imports",
        "wall", "print",
    ];

    public static IReadOnlyList<string> Scripts { get; } =
        ["pulse", "live", "regions", "age", "session", "dialog", "ticket-form", "draft", "count", "filters", "ticks", "days", "toasts", "guard", "clock", "keys", "shortcuts", "print", "photos", "photo-sending", "photo-leaving", "photo-viewer", "copy", "bulk"];
}
