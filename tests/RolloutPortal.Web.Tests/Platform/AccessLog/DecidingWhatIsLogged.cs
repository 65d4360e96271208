using Microsoft.AspNetCore.Routing;
using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Web.Tests.Platform.AccessLog;

public sealed class DecidingWhatIsLogged
{
    private static readonly AccessAction Plain = new("/locations/{locationId}", "SeeRollout", ["locationId"], IsReadLogged: false, IsSilent: false, NeedsSignIn: true);

    [Theory]
    [InlineData("GET", 200, null)]
    [InlineData("HEAD", 200, null)]
    [InlineData("GET", 404, null)]
    [InlineData("GET", 403, AccessKind.Refused)]
    [InlineData("POST", 200, AccessKind.Write)]
    [InlineData("POST", 422, AccessKind.Write)]
    [InlineData("POST", 403, AccessKind.Refused)]
    [InlineData("DELETE", 204, AccessKind.Write)]
    public void Writings_and_refusals_are_and_looking_is_not(string method, int status, AccessKind? kind) =>
        Assert.Equal(kind, Plain.KindOf(method, status, new AccessNote(), isSignedIn: true));

    [Fact]
    public void Nobodys_form_is_a_refusal_where_one_must_be_signed_in()
    {
        Assert.Equal(AccessKind.Refused, Plain.KindOf("POST", 302, new AccessNote(), isSignedIn: false));
        Assert.Equal(AccessKind.Write, (Plain with { NeedsSignIn = false }).KindOf("POST", 303, new AccessNote(), isSignedIn: false));
        Assert.Null((Plain with { IsSilent = true }).KindOf("POST", 200, new AccessNote(), isSignedIn: true));
    }

    [Theory]
    [InlineData("/accounts", true)]
    [InlineData("/accounts/{accountId}", true)]
    [InlineData("/programmes/{programmeId}/employees", true)]
    [InlineData("/programmes/{programmeId}/tickets/export/csv", true)]
    [InlineData("/x/export.{format}", true)]
    [InlineData("/programmes/{programmeId}/tickets", false)]
    [InlineData("/accountsomething", false)]
    public void Reading_about_people_is(string route, bool isLogged) => Assert.Equal(isLogged, AccessAction.IsAboutPeople(route));

    [Fact]
    public void It_was_about_the_last_thing_that_the_address_names()
    {
        var (ticket, text) = (Guid.NewGuid(), Guid.NewGuid());
        var action = Plain with { Values = ["ticketId", "textId", "kind"] };

        Assert.Equal(text, action.ObjectOf(new RouteValueDictionary { ["ticketId"] = $"{ticket}", ["textId"] = $"{text}", ["kind"] = "areas" }));
        Assert.Equal(ticket, action.ObjectOf(new RouteValueDictionary { ["ticketId"] = $"{ticket}", ["textId"] = "none" }));
        Assert.Null(action.ObjectOf([]));
    }
}
