using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.AccessLog;

public sealed class ReadingTheAccessLog(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_administrator_finds_by_who_kind_result_object_and_day_and_that_is_logged_too()
    {
        var (administrator, reader) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Reader));
        await reader.Get("/programmes/new");
        await reader.Get($"/locations/{Guid.NewGuid()}");
        await reader.Post("/language", [new("language", "da")], from: "/me");

        Assert.Equal(["POST /language", "GET /locations/{locationId}", "GET /programmes/new"], (await administrator.Get($"/access-log?who={reader.Account}")).Actions());
        Assert.Equal(["GET /locations/{locationId}", "GET /programmes/new"], (await administrator.Get($"/access-log?who={reader.Account}&kind=Refused")).Actions());
        Assert.Equal(["GET /programmes/new"], (await administrator.Get($"/access-log?who={reader.Account}&result=403")).Actions());
        Assert.Equal(["POST /language"], (await administrator.Get($"/access-log?who={reader.Account}&action=language")).Actions());
        Assert.Equal(["POST /language"], (await administrator.Get($"/access-log?about={reader.Account}")).Actions());
        Assert.Equal(3, (await administrator.Get($"/access-log?who=Person%20{reader.Account.ToString("N")[^4..]}")).Actions().Count);
        Assert.Contains("Ingen linjer", (await administrator.Get("/access-log?to=2020-01-01")).Words, StringComparison.Ordinal);
        Assert.Equal(3, (await administrator.Get($"/access-log?who={reader.Account}&from=2020-01-01&to=2090-01-01")).Actions().Count);
        Assert.Contains("GET /access-log", (await administrator.Get($"/access-log?who={administrator.Account}&kind=Read")).Actions());
    }

    [Theory]
    [InlineData("kind=nonsense")]
    [InlineData("from=2022-02-31")]
    [InlineData("from=0001-01-01&to=9999-12-31")]
    [InlineData("who=%25%27%3B--&result=999999999999999999&page=-4&about=%00")]
    [InlineData("page=99999")]
    public async Task Whatever_an_address_asks_for_there_is_an_answer(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignIn(Role.Administrator)).Get($"/access-log?{query}")).Status);

    [Fact]
    public async Task It_is_exported_as_it_is_filtered_in_the_readers_language()
    {
        var (administrator, reader) = (await portal.SignIn(Role.Administrator), await portal.SignIn(Role.Reader));
        await reader.Get("/programmes/new");
        var page = await administrator.Get($"/access-log?who={reader.Account}");
        var file = await administrator.Get(page.Html.QuerySelector("a[href*='export.csv']")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        var lines = file.Text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Nr.;Tidspunkt (UTC);Tidspunkt;Konto;Hvem;", lines[0], StringComparison.Ordinal);
        Assert.Contains($";{reader.Account};", Assert.Single(lines[1..]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/access-log/export.xlsx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get("/access-log/export.exe")).Status);
        Assert.Contains("GET /access-log/export.{format}", (await administrator.Get($"/access-log?who={administrator.Account}")).Actions());
    }

    [Fact]
    public async Task An_administrator_of_a_part_reads_none_of_it()
    {
        var part = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Programme, portal.Rollout.Programme));

        Assert.Equal(HttpStatusCode.Forbidden, (await part.Get("/access-log")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await part.Get("/access-log/export.csv")).Status);
    }
}
