namespace RolloutPortal.Web.Features.Shared.Layout;

/// <summary>Texts of the card of keys; an empty class that names the files.</summary>
public sealed class ShortcutTexts;
