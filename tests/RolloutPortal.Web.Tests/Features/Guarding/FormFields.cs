using System.Collections;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RolloutPortal.Web.Tests.Access;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>The fields that an address binds, by the names that its form gives them.</summary>
internal static class FormFields
{
    private const int Deepest = 3;

    public static IReadOnlyList<string> Of(IServiceProvider portal, AccessLine line) =>
    [
        .. Endpoints.Called(portal, line.Endpoint).Select(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>()
            .SelectMany(action => action.Parameters).Where(IsSent).SelectMany(Fields).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool IsSent(ParameterDescriptor parameter) => parameter.ParameterType != typeof(CancellationToken)
        && (parameter.BindingInfo?.BindingSource is not { } source || source.CanAcceptDataFrom(BindingSource.Form) || source == BindingSource.Query);

    private static IEnumerable<string> Fields(ParameterDescriptor parameter) => IsLeaf(parameter.ParameterType)
        ? [parameter.BindingInfo?.BinderModelName ?? parameter.Name]
        : Within(parameter.BindingInfo?.BinderModelName ?? "", parameter.ParameterType, 0);

    private static IEnumerable<string> Within(string prefix, Type type, int depth)
    {
        if (IsLeaf(type)) return [prefix];
        if (depth > Deepest) return [];
        if (Element(type) is { } element) return IsLeaf(element) ? [prefix] : Within($"{prefix}[0]", element, depth + 1);
        return type.GetProperties().Where(property => property.CanWrite).SelectMany(property => Within(prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}", property.PropertyType, depth + 1));
    }

    private static Type? Element(Type type) => type.IsArray ? type.GetElementType() : typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[^1] : null;

    /// <summary>What one field carries: a text, a number, a day; of a file its name.</summary>
    private static bool IsLeaf(Type type) => type.IsEnum || type == typeof(string) || (Element(type) is null && type.Namespace?.StartsWith("RolloutPortal", StringComparison.Ordinal) != true);
}
