using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>Whatever people wrote can be deleted, by whoever cleans up, with an event that says so (domain.md §7; decisions.md 1).</summary>
public sealed class DeletingEveryKindOfText(Portal portal) : IClassFixture<Portal>
{
    private static readonly Guid Id = Guid.CreateVersion7();

    private static readonly TicketLogged Logged = new(
        Id, Id, ModuleId: null, TicketKind.Fault, Impact.Team, Urgency.WorkaroundOk, SafetyOrPersonalData: false, Severity.S3, 5, Id, Id, Channel.Portal,
        DuringHypercare: false, SmallRollout.Morning);

    /// <summary>Of each family whose events name texts: what begins it, what its state decides. A new kind of text needs its line here,
    /// and so its way to be deleted.</summary>
    private static readonly Dictionary<Type, Func<object, Guid, object?>> Redactions = new()
    {
        [typeof(TicketEvent)] = (@event, text) => Only((Ticket.Initial with { Logging = Logged }).Apply((TicketEvent)@event).Redact(text, SmallRollout.Morning)),
        [typeof(WaveEvent)] = (@event, text) => Only(Wave.Initial.Apply(new WaveCreated(Id, Id, "Bølge 1", 1, Early: false)).Apply((WaveEvent)@event).Redact(text)),
        [typeof(AccountEvent)] = (@event, text) => Only(Account.Initial.Apply(new AccountOpened(Id)).Apply((AccountEvent)@event).Redact(text)),
    };

    public static TheoryData<string> Events => [.. EventCatalog.Records.Where(type => TextsOf(type).Any()).Select(type => type.Name)];

    [Theory, MemberData(nameof(Events))]
    public void What_an_event_names_can_be_deleted(string name)
    {
        var type = EventCatalog.Records.Single(record => record.Name == name);
        Assert.True(Redactions.ContainsKey(type.BaseType!), $"{name}: texts of a {type.BaseType!.Name} cannot be deleted.");
        if (name.EndsWith("Redacted", StringComparison.Ordinal)) return;

        foreach (var property in TextsOf(type))
        {
            var text = Guid.CreateVersion7();
            var @event = type.GetConstructors()[0].Invoke([.. type.GetConstructors()[0].GetParameters().Select(parameter =>
                parameter.Name == property ? text : parameter.ParameterType == typeof(Guid) ? Id : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)]);
            Assert.NotNull(Redactions[type.BaseType!](@event, text));
        }
    }

    [Fact]
    public async Task The_reason_of_a_wave_is_deleted_by_support()
    {
        var (wave, text) = (portal.Rollout.Wave2, Guid.CreateVersion7());
        var with = new Together { Texts = [new(text, wave, "Fordi Bente Borger er syg", WrittenBy: null, SmallRollout.Morning)] };
        await portal.Rollout.Do<Wave, WaveEvent>(wave, known => known.Move(SmallRollout.GoesLive.AddDays(14), text), with);
        var (support, superuser) = (await portal.SignIn(Role.Support), await portal.SignIn(Role.Superuser));
        var page = await support.Get($"/waves/{wave}");

        var link = page.Html.QuerySelector("a[href$='/redaction']")!.GetAttribute("href")!;
        Assert.Null((await superuser.Get($"/waves/{wave}")).Html.QuerySelector("a[href$='/redaction']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await superuser.Post(link, from: $"/waves/{wave}")).Status);
        var asked = await support.Get(link);
        Assert.Contains("Bente Borger", asked.Words, StringComparison.Ordinal);
        var done = await support.Submit(asked, "main form");

        Assert.Equal($"/waves/{wave}", done.Location);
        var after = await support.Get($"/waves/{wave}");
        Assert.DoesNotContain("Bente Borger", after.Words, StringComparison.Ordinal);
        Assert.Contains("En begrundelse blev slettet", after.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await support.Get(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await support.Post($"/waves/{portal.Rollout.Wave1}/texts/{text}/redaction", from: $"/waves/{wave}")).Status);
    }

    [Fact]
    public async Task The_reason_why_an_account_was_closed_is_deleted_by_an_administrator()
    {
        var (administrator, who) = (await portal.SignIn(Role.Administrator), await portal.OpenAccount(new Grant(Role.Reader, ScopeKind.Programme, portal.Rollout.Programme)));
        await portal.Services.GetRequiredService<AccountDecisions>().Disable(who, by: null, "Sygemeldt med stress");
        var page = await administrator.Get($"/accounts/{who}");

        var done = await administrator.Submit(await administrator.Get(page.Html.QuerySelector("a[href$='/redaction']")!.GetAttribute("href")!), "main form");

        Assert.Equal($"/accounts/{who}?done=redacted", done.Location);
        Assert.DoesNotContain("stress", (await administrator.Get($"/accounts/{who}")).Words, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TextsOf(Type type) =>
        type.GetProperties().Where(property => property.Name.EndsWith("TextId", StringComparison.Ordinal) || property.Name.EndsWith("TextIds", StringComparison.Ordinal)).Select(property => property.Name);

    private static object? Only<TEvent>(Decision<TEvent> decision) => decision.Events.SingleOrDefault();
}
