using RolloutPortal.Domain;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>What is written in the same transaction as the events, or not at all.</summary>
public sealed record Together
{
    /// <summary>The version that the form's user saw; a stale one is an error instead of a second try.</summary>
    public long? SeenVersion { get; init; }

    public IReadOnlyList<WrittenText> Texts { get; init; } = [];

    public IReadOnlyList<Guid> RedactedTexts { get; init; } = [];

    public IReadOnlyList<Reserve> Claims { get; init; } = [];

    public IReadOnlyList<Claim> Releases { get; init; } = [];

    public IReadOnlyList<SideWrite> SideWrites { get; init; } = [];

    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>Events of other streams. When one of those has moved on, it is for the caller to decide again.</summary>
    public IReadOnlyList<Append> Also { get; init; } = [];

    public static Together With(params WrittenText?[] texts) => new() { Texts = [.. texts.OfType<WrittenText>()] };
}

/// <summary>A key that only one may have, and what is said when another has it.</summary>
public sealed record Reserve(Claim Claim, Refusal OrElse);

/// <summary>What must hold of rows beside the log when all is written, and what is said when it does not. Which of several failed is not
/// told: the first one's refusal is said.</summary>
public sealed record Demand(SideWrite Write, Refusal OrElse);
