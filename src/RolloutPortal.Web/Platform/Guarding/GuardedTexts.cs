using System.Collections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>Every text that came with a request: its address, its form with the names of its files, its body.</summary>
public static class GuardedTexts
{
    private const int Deepest = 8;

    public static IEnumerable<GuardedText> Of(ActionExecutingContext context) =>
        Sent(context).Where(text => text.Text.Length > 0 && !GuardExemptions.Has(text.Field, text.Text));

    private static IEnumerable<GuardedText> Sent(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        foreach (var (name, value) in context.RouteData.Values)
            if (value is string text) yield return new(name, text, TextSource.Route);

        foreach (var text in Pairs(request.Query, TextSource.Query)) yield return text;

        // Read already, when anything of it was bound; what nobody binds nobody stores.
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is { } form)
        {
            foreach (var text in Pairs(form, TextSource.Form)) yield return text;
            foreach (var file in form.Files) yield return new(file.Name, file.FileName, TextSource.FileName);
        }

        foreach (var parameter in context.ActionDescriptor.Parameters.Where(IsBody))
            if (context.ActionArguments.TryGetValue(parameter.Name, out var body))
                foreach (var text in Within(parameter.Name, body, 0)) yield return text;
    }

    private static IEnumerable<GuardedText> Pairs(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs, TextSource source)
    {
        foreach (var (name, values) in pairs)
        {
            // The name of a field is sent by whoever sends the form.
            yield return new("", name, source);
            foreach (var value in values) yield return new(name, value ?? "", source);
        }
    }

    private static bool IsBody(ParameterDescriptor parameter) => parameter.BindingInfo?.BindingSource == BindingSource.Body;

    private static IEnumerable<GuardedText> Within(string name, object? value, int depth)
    {
        if (value is null || depth > Deepest) return [];
        if (value is string text) return [new(name, text, TextSource.Body)];
        if (value is System.Text.Json.JsonElement json) return [new(name, json.ToString(), TextSource.Body)];
        if (value is IEnumerable many) return many.Cast<object?>().SelectMany((one, i) => Within($"{name}[{i}]", one, depth + 1));
        if (value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value.GetType().Namespace == nameof(System)) return [];

        return value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Within(property.Name, property.GetValue(value), depth + 1));
    }
}
