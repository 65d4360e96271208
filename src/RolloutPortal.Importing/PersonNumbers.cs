namespace RolloutPortal.Importing;

/// <summary>Looks for a person number in a text; null: there is none.</summary>
public delegate PersonNumber? PersonNumberGuard(string text);

/// <param name="IsCertain">Otherwise it may be something else, and somebody must say so.</param>
/// <param name="Masked">The text as it may be shown (<c>0101**-****</c>).</param>
/// <param name="Rule">What makes it one, for those who count: never shown.</param>
public sealed record PersonNumber(bool IsCertain, string Masked, string Rule);
