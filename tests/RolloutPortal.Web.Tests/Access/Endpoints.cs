using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Every endpoint that the portal really has, but its files.</summary>
internal static class Endpoints
{
    public const string Open = "(open)";

    /// <returns>Method and route, and the policies.</returns>
    public static IReadOnlyDictionary<string, string> Of(IServiceProvider portal) =>
        portal.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !IsHelperOfDevelopment(endpoint))
            .SelectMany(endpoint => Methods(endpoint).Select(method => (Key: $"{method} {Route(endpoint.RoutePattern)}", Policy: Policy(endpoint))))
            .ToDictionary(pair => pair.Key, pair => pair.Policy);

    /// <param name="endpoint">Method and route, as in docs/access.md.</param>
    public static IEnumerable<RouteEndpoint> Called(IServiceProvider portal, string endpoint) =>
        portal.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(one => Methods(one).Any(method => $"{method} {Route(one.RoutePattern)}" == endpoint));

    /// <summary>Files that came after the build; closed, since it has no policy.</summary>
    private static bool IsHelperOfDevelopment(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "{**path:file}";

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    private static string Policy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Open
        : string.Join('+', endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).Distinct());

    private static string Route(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part))));

    private static string Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => throw new NotSupportedException(part.ToString()),
    };
}
