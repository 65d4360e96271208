namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>The fields that the guard does not read, all of them. They are never logged either.</summary>
public static class GuardExemptions
{
    /// <summary>Fields of the portal's own: nobody types in them.</summary>
    private static readonly HashSet<string> own = new(StringComparer.OrdinalIgnoreCase) { "__RequestVerificationToken", GuardAnswers.Field, "language" };

    /// <summary>By the last part of their name. Telephones have eight digits, and ten in Sweden, where half of them are dates.</summary>
    private static readonly HashSet<string> phones = new(StringComparer.OrdinalIgnoreCase) { "phone", "telephone", "mobile" };

    /// <summary>Secrets that are kept as hashes only; they are not sent back to the screen either.</summary>
    private static readonly HashSet<string> passwords = new(StringComparer.OrdinalIgnoreCase) { "password", "current", "chosen", "repeated" };

    public static bool Has(string field, string value) =>
        own.Contains(field) || phones.Contains(Last(field)) || IsPassword(field) || Guid.TryParse(value, out _);

    public static bool IsPassword(string field) => passwords.Contains(Last(field));

    /// <summary>What a form is sent with anew, and not a second time.</summary>
    public static bool IsOwn(string field) => own.Contains(field);

    private static string Last(string field) => field[(field.LastIndexOf('.') + 1)..];
}
