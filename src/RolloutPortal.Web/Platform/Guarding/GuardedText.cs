using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>Where a text came from: what can be done about it differs.</summary>
public enum TextSource
{
    Route,
    Query,
    Form,
    FileName,
    Body,
}

/// <summary>One text of a request, under the name that its form gave it.</summary>
public sealed record GuardedText(string Field, string Text, TextSource Source);

/// <summary>A text with a number in it, and the surest number.</summary>
public sealed record StoppedText(GuardedText Of, PersonNumberFinding Finding)
{
    /// <summary>The name as it may be stored: one that is no name of a field says nothing.</summary>
    public string Field => Of.Field.Length is > 0 and <= 60 && Of.Field.All(sign => char.IsAsciiLetter(sign) || sign is '.' or '_' or '-') ? Of.Field : Of.Source.ToString();
}
