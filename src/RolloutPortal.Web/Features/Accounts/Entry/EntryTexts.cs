namespace RolloutPortal.Web.Features.Accounts.Entry;

/// <summary>Texts of coming in by a link; an empty class that names the files.</summary>
public sealed class EntryTexts;
