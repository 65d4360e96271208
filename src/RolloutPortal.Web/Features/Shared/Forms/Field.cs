using Microsoft.AspNetCore.Mvc.Rendering;

namespace RolloutPortal.Web.Features.Shared.Forms;

/// <summary>One field of a form: label, hint, message, control, in that order (Det Fælles Designsystem).</summary>
/// <param name="Kind">A type of <c>input</c>, or <c>textarea</c>, <c>select</c>, <c>choices</c> (one of a few, each with its own line) or <c>tick</c>
/// (yes, or nothing).</param>
/// <param name="Value">What was typed, else what the form holds.</param>
public sealed record Field(string Name, string Label, string Kind, string? Value)
{
    public string? Hint { get; init; }

    public string? Message { get; init; }

    public bool Optional { get; init; }

    /// <summary>Characters; null: no limit.</summary>
    public int? MaxLength { get; init; }

    public string? Autocomplete { get; init; }

    /// <summary>The id of a <c>datalist</c> that proposes values.</summary>
    public string? List { get; init; }

    /// <summary>Of a select; those of one group stand together.</summary>
    public IReadOnlyList<SelectListItem> Items { get; init; } = [];

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Of a file: the ends of names that are proposed.</summary>
    public string? Accept { get; init; }

    /// <summary>The page opens with the cursor in it.</summary>
    public bool Focus { get; init; }

    public bool IsTicked => Value is { } value && value.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase);

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string HintId => $"{Id}-hint";

    public string MessageId => $"{Id}-message";

    public bool IsInvalid => Message is not null;

    /// <summary>Null when nothing describes it.</summary>
    public string? DescribedBy => (Hint, Message) switch
    {
        (null, null) => null,
        (not null, null) => HintId,
        (null, not null) => MessageId,
        _ => $"{HintId} {MessageId}",
    };

    /// <summary>How wide it looks: <c>date</c>, <c>number</c>, or as wide as there is room.</summary>
    public string? Size => Kind is "date" or "number" ? Kind : null;
}

/// <summary>One of a few.</summary>
/// <param name="Hint">What it means, below it.</param>
public sealed record FieldChoice(string Value, string Text, string? Hint = null);
