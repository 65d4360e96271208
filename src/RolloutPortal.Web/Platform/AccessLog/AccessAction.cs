using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>An endpoint as the access log names it.</summary>
/// <param name="Route">With the names of its placeholders, without their values.</param>
/// <param name="Policies">Joined by <c>+</c>.</param>
/// <param name="Values">The names of its placeholders, from left to right.</param>
public sealed partial record AccessAction(string Route, string Policies, IReadOnlyList<string> Values, bool IsReadLogged, bool IsSilent, bool NeedsSignIn)
{
    /// <summary>Null for what is no page: files, the hub, reports of browsers.</summary>
    public static AccessAction? Of(Endpoint? endpoint)
    {
        if (endpoint is not RouteEndpoint route || endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is null) return null;
        string[] policies = [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "").Distinct()];
        var named = "/" + Constraint().Replace(route.RoutePattern.RawText ?? "", "").TrimStart('/');
        return new AccessAction(
            named, string.Join('+', policies),
            [.. route.RoutePattern.Parameters.Select(parameter => parameter.Name)],
            IsAboutPeople(named) || endpoint.Metadata.GetMetadata<LogReadingAttribute>() is not null, endpoint.Metadata.GetMetadata<NotLoggedAttribute>() is not null,
            policies.Any(policy => policy != Access.Policies.Anyone));
    }

    /// <summary>Lists of people and files to take away, whatever feature they belong to: none is forgotten.</summary>
    public static bool IsAboutPeople(string route) =>
        route.Split('/').Any(part => part is "accounts" or "employees" or "export" || part.StartsWith("export.", StringComparison.Ordinal));

    /// <summary>Null: nothing that is logged.</summary>
    public AccessKind? KindOf(string method, int status, AccessNote note, bool isSignedIn)
    {
        if (note.Kind is { } known) return known;
        if (status == StatusCodes.Status403Forbidden || note.IsOutOfScope) return AccessKind.Refused;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
            return NeedsSignIn && !isSignedIn ? AccessKind.Refused : IsSilent ? null : AccessKind.Write;
        return IsReadLogged && status < StatusCodes.Status300MultipleChoices ? AccessKind.Read : null;
    }

    /// <summary>The last thing that the address names: the most particular.</summary>
    public Guid? ObjectOf(RouteValueDictionary values)
    {
        foreach (var name in Values.Reverse())
            if (Guid.TryParse(values.GetValueOrDefault(name)?.ToString(), out var id)) return id;
        return null;
    }

    [GeneratedRegex(@":[^}/]+(?=\})")]
    private static partial Regex Constraint();
}
