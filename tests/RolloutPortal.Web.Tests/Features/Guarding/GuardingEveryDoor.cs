using System.Net;
using System.Net.Http.Headers;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Tests.Access;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>A certain number is sent to every address of docs/access.md, by somebody who is served there: in each of its fields, one at a
/// time, in the address, as a file's name. Each time it is the guard that answers, and afterwards the number stands in no table and in no
/// line of the log.</summary>
public sealed class GuardingEveryDoor(Server server) : IAsyncLifetime
{
    /// <summary>Of nobody: born in 2057.</summary>
    private const string Number = "311257-5005";

    /// <summary>As the guard shows it, and nobody else does.</summary>
    private const string Masked = "3112**-****";

    /// <summary>No action of the portal, and nothing that is kept.</summary>
    private static readonly string[] otherwise = ["/live", "/live/negotiate", "/csp-report", "/health/live", "/health/ready"];

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
        var (people, through) = (new Dictionary<Role, (Browser Browser, string Token)>(), new List<string>());
        foreach (var line in AccessTable.Read().Where(line => !otherwise.Contains(line.Route)))
        {
            var role = new[] { Role.Administrator, Role.RolloutManager, Role.Superuser, Role.Support }.First(line.Serves);
            if (!people.TryGetValue(role, out var person)) people[role] = person = await SignIn(role);
            foreach (var (name, request) in Requests(line, places.Address(line.Route, role)))
                using (request)
                {
                    request.Headers.Add("X-Antiforgery-Token", person.Token);
                    using var answer = await person.Browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
                    var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    if (answer.StatusCode is not HttpStatusCode.UnprocessableEntity || !WebUtility.HtmlDecode(said).Contains(Masked, StringComparison.Ordinal))
                        through.Add($"{role} {name}: {(int)answer.StatusCode}");
                }
        }

        Assert.True(through.Count == 0, string.Join('\n', through));
        Assert.Empty(await Traces.Of(Number, portal.Services));
        Assert.DoesNotContain(heard.Lines, line => line.Contains(Number, StringComparison.Ordinal));
        Assert.NotEmpty(heard.Lines);
    }

    /// <summary>Passwords, kept as hashes; languages, of which there are three; a yes or no that is called as one of them. No form asks for a telephone.</summary>
    [Fact]
    public void What_it_does_not_read_is_this_and_no_more() => Assert.Equal(
        [
            "POST /first-administrator/{token}: Password, Repeated",
            "POST /invitation/{token}: Form.Password, Form.Repeated",
            "POST /language: language",
            "POST /me/password: Chosen, Current, Repeated",
            "POST /new-password/{token}: Form.Password, Form.Repeated",
            "POST /programmes/{programmeId}/filters/{filterId}/default: chosen",
            "POST /programmes/{programmeId}/settings: Language",
            "POST /programmes: Language",
            "POST /sign-in/again: Password",
            "POST /sign-in/identity/link: Form.Password",
            "POST /sign-in: Password",
        ],
        AccessTable.Read().Where(line => line.Method is not ("GET" or "HEAD"))
            .Select(line => (line.Endpoint, Exempt: FormFields.Of(portal.Services, line).Where(field => GuardExemptions.Has(field, Number)).Order(StringComparer.Ordinal).ToList()))
            .Where(one => one.Exempt.Count > 0)
            .Select(one => $"{one.Endpoint}: {string.Join(", ", one.Exempt)}")
            .Order(StringComparer.Ordinal));

    private async Task<(Browser Browser, string Token)> SignIn(Role role)
    {
        var person = await portal.SignIn(role);
        person.Client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("x", Number));
        person.Client.DefaultRequestHeaders.Referrer = new Uri($"http://localhost/?q={Number}");
        return (person, (await person.Get("/help")).Token!);
    }

    private IEnumerable<(string Name, HttpRequestMessage Request)> Requests(AccessLine line, string address)
    {
        if (line.Method is "GET" or "HEAD")
        {
            yield return (line.Endpoint, new(new HttpMethod(line.Method), $"{address}?q={Number}"));
            yield break;
        }

        foreach (var field in FormFields.Of(portal.Services, line).Where(field => !GuardExemptions.Has(field, Number)).Append("anything"))
            yield return ($"{line.Endpoint} {field}", Post(line, address, new FormUrlEncodedContent([new("first", "x"), new(field, "nothing"), new(field, $"cpr {Number} x")])));
        yield return ($"{line.Endpoint} by the name of a field", Post(line, address, new FormUrlEncodedContent([new($"x {Number}", "x")])));
        yield return ($"{line.Endpoint} by its query", Post(line, $"{address}?anything={Number}", new FormUrlEncodedContent([])));
        yield return ($"{line.Endpoint} by a file's name", Post(line, address, new MultipartFormDataContent { { new ByteArrayContent([1]), "file", $"{Number}.csv" } }));
    }

    private static HttpRequestMessage Post(AccessLine line, string address, HttpContent content) => new(new HttpMethod(line.Method), address) { Content = content };
}
