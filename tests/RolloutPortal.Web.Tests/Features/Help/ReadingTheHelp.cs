using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Help;

public sealed class ReadingTheHelp(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("da", "Superbruger")]
    [InlineData("sv", "Superanvändare")]
    [InlineData("en", "Superuser")]
    public async Task It_can_be_read_before_one_has_signed_in(string language, string role)
    {
        var help = await portal.Anonymous(language).Get("/help");

        Assert.Equal(HttpStatusCode.OK, help.Status);
        Assert.Contains(role, help.Words, StringComparison.Ordinal);
        Assert.Empty(help.Html.QuerySelectorAll("details[open]"));
    }

    [Theory]
    [InlineData("da", "Loggen slettes efter 12 måneder")]
    [InlineData("sv", "Loggen raderas efter 12 månader")]
    [InlineData("en", "The log is deleted after 12 months")]
    public async Task It_says_what_is_kept_of_whoever_reads_it_and_for_how_long(string language, string months) =>
        Assert.Contains(months, (await portal.Anonymous(language).Get("/help")).Html.QuerySelector("#stored")!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(Role.Superuser, "superuser")]
    [InlineData(Role.Leader, "leader")]
    [InlineData(Role.Administrator, "administrator")]
    [InlineData(Role.TrainingCoordinator, "reader")]
    public async Task Ones_own_role_stands_first_and_open(Role role, string part)
    {
        var help = await (await portal.SignIn(role)).Get("/help");

        Assert.Equal(part, help.Html.QuerySelector("details")!.Id);
        Assert.DoesNotContain("/health", help.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("opfundet", help.Words, StringComparison.Ordinal);
        Assert.Equal([part], help.Html.QuerySelectorAll("details[open]").Select(open => open.Id));
    }
}
