using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace RolloutPortal.Web.Features.Shared.Forms;

/// <summary>One message of a form and the field it is about; none when it is about the form as a whole.</summary>
public sealed record FormMessage(string? FieldId, string Text);

/// <summary>The messages of a form, as the summary and the fields show them.</summary>
public static class FormMessages
{
    /// <summary>In the order of the fields: that in which the form's record declares them.</summary>
    /// <param name="model">The page's; a field is found in it by its name, <c>Form.Day</c>.</param>
    /// <remarks>The state itself keeps them by the alphabet.</remarks>
    public static IReadOnlyList<FormMessage> Of(ModelStateDictionary state, Type? model = null) =>
    [
        .. state.OrderBy(entry => Place(model, entry.Key))
            .SelectMany(entry => entry.Value!.Errors.Select(error => new FormMessage(IdOf(entry.Key), error.ErrorMessage))).Distinct(),
    ];

    /// <summary>The first message of one field.</summary>
    public static string? Of(ModelStateDictionary state, string field) =>
        state.TryGetValue(field, out var entry) && entry.Errors is [{ } first, ..] ? first.ErrorMessage : null;

    private static int Place(Type? model, string field)
    {
        var place = -1;
        foreach (var name in field.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var property = model?.GetProperty(name);
            (model, place) = (property?.PropertyType, property?.MetadataToken ?? int.MaxValue);
        }

        return place;
    }

    private static string? IdOf(string field) => field.Length == 0 ? null : TagBuilder.CreateSanitizedId(field, "_");
}
