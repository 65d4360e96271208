namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>One thing that somebody searches for.</summary>
/// <param name="Text">Small letters, composed; what stood in quotes with single spaces.</param>
/// <param name="IsPhrase">Stood in quotes: just so, and not as a form of a word.</param>
/// <param name="IsExcluded">A minus stood before it: tickets that have it are left out.</param>
public sealed record SearchTerm(string Text, bool IsPhrase, bool IsExcluded)
{
    /// <summary>Letters and digits alone: a word that may stand there in another form.</summary>
    public bool IsWord => !IsPhrase && Text.All(char.IsLetterOrDigit);

    /// <summary>Shorter, it would be part of every second word.</summary>
    public bool MayBePart => Text.Length >= 3 || !IsWord;
}
