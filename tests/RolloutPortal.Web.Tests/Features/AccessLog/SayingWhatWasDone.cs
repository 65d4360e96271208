using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.AccessLog.Words;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Tests.Access;
using RolloutPortal.Web.Tests.Platform.Languages;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.AccessLog;

/// <summary>An administrator reads in words what was done, tried and refused.</summary>
public sealed class SayingWhatWasDone(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Languages = ["da", "sv", "en"];

    /// <summary>What is no page is never in the log: probes of health, the hub.</summary>
    private static bool IsPage(string endpoint) => !endpoint.Contains(" /health/", StringComparison.Ordinal) && !endpoint.StartsWith("ANY ", StringComparison.Ordinal);

    [Fact]
    public void Every_address_has_its_words_and_no_words_are_of_an_address_that_is_gone()
    {
        var endpoints = Endpoints.Of(portal.Services).Keys.Where(IsPage).ToHashSet();
        var told = AccessWords.Actions.Keys.Where(action => action.Contains(' ', StringComparison.Ordinal)).ToHashSet();

        Assert.Empty(endpoints.Except(told));
        Assert.Empty(told.Except(endpoints));
    }

    [Fact]
    public void Every_verb_thing_and_result_is_said_in_three_languages()
    {
        string[] keys =
        [
            .. AccessWords.Actions.Values.SelectMany(action => new[] { $"did.{action.Verb}", $"do.{action.Verb}", $"thing.{action.Thing}" }),
            .. AccessResult.Statuses.Concat(AccessResult.Outcomes).Select(result => $"result.{result}"), "tried",
        ];
        foreach (var language in Languages)
            Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), TextFiles.Read(typeof(ActionTexts).FullName!, language).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET /tickets/{ticketId}", AccessKind.Read, 200, "Åbnede en sag", "Udført")]
    [InlineData("POST /locations/{locationId}/description", AccessKind.Write, 303, "Rettede en lokation", "Udført")]
    [InlineData("POST /locations/{locationId}/description", AccessKind.Write, 422, "Ville rette en lokation", "Ikke muligt")]
    [InlineData("GET /programmes/new", AccessKind.Refused, 403, "Ville åbne listen over udrulninger", "Afvist: uden for rollen")]
    [InlineData("GET /tickets/{ticketId}", AccessKind.Refused, 404, "Ville åbne en sag", "Afvist: uden for området")]
    [InlineData("POST /sign-in", AccessKind.SignIn, 303, "Loggede ind i portalen", "Udført")]
    [InlineData("GET /gone/{id}", AccessKind.Read, 200, "GET /gone/{id}", "Udført")]
    public void What_was_done_is_told_and_what_was_not_is_told_as_tried(string action, AccessKind kind, int status, string words, string result)
    {
        using var danish = PortalLanguages.Speaking("da");
        var entry = new AccessEntry(DateTimeOffset.UnixEpoch, Guid.NewGuid(), kind, action, null, null, null, status, null);

        Assert.Equal((words, result), (Words.Of(entry), Words.Result(entry)));
    }

    [Fact]
    public void Whoever_was_not_signed_in_is_told_apart_and_a_wrong_password_too()
    {
        using var danish = PortalLanguages.Speaking("da");
        Assert.Equal("Afvist: ikke logget ind", Words.Result(new(default, null, AccessKind.Refused, "POST /tickets/acts", null, null, null, 302, null)));
        Assert.Equal("Forkert e-mail eller adgangskode", Words.Result(new(default, null, AccessKind.SignIn, "POST /sign-in", null, null, null, 422, "sign-in.wrong")));
    }

    [Fact]
    public async Task The_page_shows_words_keeps_the_address_small_and_finds_by_words()
    {
        var (administrator, reader) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Reader));
        await reader.Get("/programmes/new");
        var page = await administrator.Get($"/access-log?who={reader.Account}&action=listen over udrulninger");

        var row = Assert.Single(page.Html.QuerySelectorAll("#access-log tbody tr"));
        Assert.Contains("Ville åbne listen over udrulninger", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Afvist: uden for rollen", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("GET /programmes/new", row.QuerySelector("td:nth-child(4) small code")!.TextContent);
        Assert.DoesNotContain("Plan", row.TextContent, StringComparison.Ordinal);
        Assert.Empty((await administrator.Get($"/access-log?who={reader.Account}&action=medarbejder")).Html.QuerySelectorAll("#access-log tbody tr"));
    }

    private AccessWords Words => portal.Services.GetRequiredService<AccessWords>();
}
