namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>What is told to somebody who is still writing a ticket.</summary>
/// <param name="NamesBirth">What was written so far may hold somebody's name and date of birth.</param>
public sealed record WhileWriting(IReadOnlyList<SimilarTicket> Similar, bool NamesBirth);
