using System.Net;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Testing;

namespace RolloutPortal.Benchmarks.Watching;

/// <summary>Superusers who log tickets with the real form, one a second together; S1, so that each stands on the board.</summary>
internal sealed class Reporters : IDisposable
{
    private const int People = 8;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly Installation at;
    private readonly List<Visitor> people = [];

    private Reporters(Installation at) => this.at = at;

    public static async Task<Reporters> SignIn(Installation at)
    {
        var reporters = new Reporters(at);
        for (var i = 0; i < People; i++)
            reporters.people.Add(new Visitor(at.Portal.Address, await at.SignIn(Role.Superuser), TimeSpan.FromSeconds(30)));
        return reporters;
    }

    /// <returns>When all have been acknowledged.</returns>
    public async Task Log(LoggedTickets tickets)
    {
        var sending = new List<Task>();
        using var timer = new PeriodicTimer(Between);
        for (var i = 0; i < tickets.Most; i++)
        {
            sending.Add(LogOne(i, tickets));
            await timer.WaitForNextTickAsync();
        }

        await Task.WhenAll(sending);
    }

    public void Dispose()
    {
        foreach (var person in people)
            person.Dispose();
    }

    private async Task LogOne(int i, LoggedTickets tickets)
    {
        var person = people[i % People];
        var location = at.Rollout.Live.ElementAt(i).Location;
        var form = FilledForm.From(
            await person.Page($"/locations/{location}/tickets/new"), "#log-ticket", ("WhatHappens", $"Sag {i}: skemaet åbner ikke på aftenvagtens PC."),
            ("Impact", nameof(Impact.CitizenSafetyOrArea)), ("Urgency", nameof(Urgency.StatutoryOrSafetyNow)));
        var ticket = tickets.Expect(Guid.Parse(form.Fields["TicketId"]));
        var answer = await person.Send(form);
        if (answer is not HttpStatusCode.SeeOther) throw new InvalidOperationException($"The form was answered with {(int)answer}.");
        ticket.Acknowledge();
    }
}
