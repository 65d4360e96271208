using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Access;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>A certain number is sent to every address of docs/access.md, in every field, in the address, as a file's name, in headers:
/// afterwards it stands in no table and in no line of the log.</summary>
public sealed class GuardingEveryDoor(Server server) : IAsyncLifetime
{
    /// <summary>Of nobody: born in 2057.</summary>
    private const string Number = "311257-5005";

    private readonly Heard heard = new();
    private Portal portal = null!;

    public async ValueTask InitializeAsync()
    {
        portal = new Portal(server) { Log = heard };
        await portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        heard.Dispose();
    }

    [Fact]
    public async Task It_gets_through_none()
    {
        var places = await Places.Prepare(portal.Rollout);
        await FarAhead.Go(portal);
        var fields = FieldsOf();
        var through = new List<string>();
        foreach (var role in new[] { Role.Administrator, Role.RolloutManager, Role.Superuser })
        {
            var person = await portal.SignIn(role);
            person.Client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("x", Number));
            person.Client.DefaultRequestHeaders.Referrer = new Uri($"http://localhost/?q={Number}");
            var token = (await person.Get("/help")).Token!;
            foreach (var line in AccessTable.Read().Where(line => line.Route is not ("/live" or "/live/negotiate" or "/sign-out")))
                foreach (var (name, request) in Requests(line, places.Address(line.Route, role), fields))
                    using (request)
                    {
                        request.Headers.Add("X-Antiforgery-Token", token);
                        using var answer = await person.Client.SendAsync(request, TestContext.Current.CancellationToken);
                        if ((int)answer.StatusCode is < 400 or >= 500 && line.Route != "/csp-report") through.Add($"{role} {name}: {(int)answer.StatusCode}");
                    }
        }

        Assert.True(through.Count == 0, string.Join('\n', through));
        Assert.Empty(await Traces.Of(Number, portal.Services));
        Assert.DoesNotContain(heard.Lines, line => line.Contains(Number, StringComparison.Ordinal));
        Assert.NotEmpty(heard.Lines);
    }

    private static IEnumerable<(string Name, HttpRequestMessage Request)> Requests(AccessLine line, string address, IReadOnlyList<string> fields)
    {
        if (line.Method is "GET" or "HEAD")
        {
            // What needs no controller has nothing to read an address with: health, and what is hidden from search.
            if (line.Route.StartsWith("/health", StringComparison.Ordinal)) yield break;
            yield return (line.Endpoint, new(new HttpMethod(line.Method), $"{address}?q={Number}"));
            yield break;
        }

        var form = fields.Select(field => KeyValuePair.Create(field, $"cpr {Number} x"));
        yield return (line.Endpoint, new(new HttpMethod(line.Method), address) { Content = new FormUrlEncodedContent(form) });
        yield return ($"{line.Endpoint} by its query", new(new HttpMethod(line.Method), $"{address}?anything={Number}") { Content = new FormUrlEncodedContent([]) });
        var file = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", $"{Number}.csv" } };
        yield return ($"{line.Endpoint} by a file's name", new(new HttpMethod(line.Method), address) { Content = file });
    }

    /// <summary>Every name of a text that any form binds, with and without a prefix.</summary>
    private List<string> FieldsOf() =>
    [
        .. portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .SelectMany(action => action.Parameters)
            .SelectMany(parameter => parameter.ParameterType == typeof(string)
                ? [parameter.Name]
                : parameter.ParameterType.GetProperties().Where(property => property.PropertyType == typeof(string)).SelectMany(property => new[] { property.Name, $"Form.{property.Name}" }))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
