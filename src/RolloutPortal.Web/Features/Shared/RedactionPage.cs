namespace RolloutPortal.Web.Features.Shared;

/// <summary>The question before something written is deleted for good.</summary>
/// <param name="Address">Where the answer is sent.</param>
/// <param name="Back">Where the text stands.</param>
public sealed record RedactionPage(string Address, string Back, string Words);
