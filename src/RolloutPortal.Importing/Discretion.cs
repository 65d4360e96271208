using RolloutPortal.Importing.Values;

namespace RolloutPortal.Importing;

/// <summary>Makes what stands in a file fit to be told and shown beside it: person numbers masked, the doubtful ones too, on one line and
/// with nothing invisible.</summary>
public sealed class Discretion(PersonNumberGuard guard)
{
    /// <summary>A name fits, a cell with a thousand characters does not.</summary>
    private const int Longest = 120;

    public static Discretion None { get; } = new(_ => null);

    public string Of(string text) => SuitableText.Shown(guard(text)?.Masked ?? text, Longest);

    public string? OrNothing(string? text) => text is null ? null : Of(text);
}
