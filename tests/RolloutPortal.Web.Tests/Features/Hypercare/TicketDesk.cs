using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>What tests of tickets do again and again: people at a location, a ticket logged, its row.</summary>
internal static class TicketDesk
{
    public static Task<Browser> SignIn(this Portal portal, Role role, Guid locationId) =>
        portal.SignIn(new Grant(role, ScopeKind.Location, locationId));

    /// <summary>Through the page, as a person does it.</summary>
    public static async Task<Guid> LogTicket(this Browser browser, Guid locationId, string words, params (string Name, string Value)[] changes)
    {
        var page = await browser.Get($"/locations/{locationId}/tickets/new");
        var answer = await browser.Submit(page, "#log-ticket", [("WhatHappens", words), .. new[] { ("Urgency", "WorkaroundOk") }.Where(answer => changes.All(change => change.Name != answer.Item1)), .. changes]);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        return Guid.Parse(answer.Location!.Split('/')[2]);
    }

    /// <summary>The form as it is sent, with its required answers.</summary>
    public static Dictionary<string, string> Filled(Guid id, string words) => new()
    {
        ["TicketId"] = id.ToString(),
        ["WhatHappens"] = words,
        ["Impact"] = "Team",
        ["Urgency"] = "WorkaroundOk",
        ["Kind"] = "Fault",
    };

    /// <summary>The one answer that is asked for beside the words.</summary>
    public static (string Name, string Value) CanGoOn => ("Urgency", "WorkaroundOk");

    /// <summary>Past the pages, for boards and lists with a history; <paramref name="at"/> is when it was logged.</summary>
    public static async Task<Guid> Log(this Portal portal, Guid locationId, DateTimeOffset at, Func<Problem, Problem>? change = null, string words = "Går i stå")
    {
        var problem = new Problem(locationId, null, TicketKind.Fault, Impact.Team, Urgency.WorkaroundOk, SafetyOrPersonalData: false, 5);
        problem = change?.Invoke(problem) ?? problem;
        var id = Guid.CreateVersion7();
        var (texts, locations) = (portal.Services.GetRequiredService<Texts>(), portal.Services.GetRequiredService<CareLocations>());
        var place = (await locations.Find(locationId, TestContext.Current.CancellationToken))!;
        var text = texts.Draft(id, words)!;
        var day = DateOnly.FromDateTime(Zones.ToLocal(at, place.Row.TimeZone).DateTime);
        await portal.Act(id, ticket => ticket.Log(new LogTicket(id, problem, text.Id, Guid.CreateVersion7(), Channel.Portal, false, at), place.Hypercare, day), Together.With(text));
        return id;
    }

    public static Task Act(this Portal portal, Guid id, Func<Ticket, Domain.Decision<TicketEvent>> decide, Together? with = null) =>
        portal.Rollout.Do(id, decide, with);

    public static async Task<TicketRow> Row(this Portal portal, Guid id) =>
        (await portal.Services.GetRequiredService<ReadTables>().Get<TicketRow>(id, TestContext.Current.CancellationToken))!;

    public static DateTimeOffset Now(this Portal portal) => portal.Services.GetRequiredService<Clock>().Now;

    public static async Task<int> CountTickets(this Portal portal, Guid locationId) =>
        (await portal.Services.GetRequiredService<ReadTables>().Where<TicketRow>("location_id = $1", TestContext.Current.CancellationToken, locationId)).Count;
}
