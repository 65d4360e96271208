using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>One message of a form and the field it is about; none when it is about the form as a whole.</summary>
public sealed record FormMessage(string? FieldId, string Text);

/// <summary>The messages of a form, as the summary and the fields show them.</summary>
public static class FormMessages
{
    /// <summary>In the order of the fields.</summary>
    public static IReadOnlyList<FormMessage> Of(ModelStateDictionary state) =>
        [.. state.SelectMany(entry => entry.Value!.Errors.Select(error => new FormMessage(IdOf(entry.Key), error.ErrorMessage))).Distinct()];

    /// <summary>The first message of one field.</summary>
    public static string? Of(ModelStateDictionary state, string field) =>
        state.TryGetValue(field, out var entry) && entry.Errors is [{ } first, ..] ? first.ErrorMessage : null;

    private static string? IdOf(string field) => field.Length == 0 ? null : TagBuilder.CreateSanitizedId(field, "_");
}
