using System.Collections.Immutable;

namespace RolloutPortal.Domain;

/// <summary>What people wrote about something: whatever it becomes, it can be deleted (decisions.md 1).</summary>
public sealed record WrittenTexts
{
    public static WrittenTexts None { get; } = new();

    /// <summary>False: deleted since.</summary>
    private ImmutableDictionary<Guid, bool> Stands { get; init; } = ImmutableDictionary<Guid, bool>.Empty;

    public WrittenTexts With(Guid? textId) => textId is { } id ? this with { Stands = Stands.SetItem(id, true) } : this;

    public WrittenTexts Without(Guid textId) => this with { Stands = Stands.SetItem(textId, false) };

    /// <param name="redacted">That says so; what is deleted already is nothing to do.</param>
    public Decision<TEvent> Redact<TEvent>(Guid textId, TEvent redacted) where TEvent : class =>
        !Stands.TryGetValue(textId, out var stands) ? new Refusal(CommonRefusals.TextNotFound)
        : stands ? redacted
        : Decision<TEvent>.Nothing;
}
