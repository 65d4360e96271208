using System.Diagnostics;
using System.Net;
using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Testing.Crashes;

/// <summary>Somebody who logs one ticket after the other, and sends a form again until it has been acknowledged.</summary>
internal sealed class Writer(int number, Uri portal, string session, Guid location, Acknowledged acknowledged)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int OneInTenTwice = 10;

    private readonly Random random = new(number);
    private int written;

    /// <summary>Ends with an acknowledgement.</summary>
    /// <param name="atLast">Whoever still has none then has no hope.</param>
    public async Task Run(CancellationToken enough, CancellationToken atLast)
    {
        using var visitor = new Visitor(portal, session, Patience);
        while (!enough.IsCancellationRequested)
        {
            if (await Open(visitor, enough) is not { } form) continue;
            if (!await SendUntilAcknowledged(visitor, form, atLast)) return;
            if (random.Next(OneInTenTwice) == 0) await Send(visitor, form);
        }
    }

    /// <returns>Null when the portal is away.</returns>
    private async Task<FilledForm?> Open(Visitor visitor, CancellationToken enough)
    {
        try
        {
            var page = await visitor.Page($"/locations/{location}/tickets/new", enough);
            return FilledForm.From(
                page, "#log-ticket", ("WhatHappens", $"Skriver {number}, sag {++written}: skemaet åbner ikke."), ("Urgency", nameof(Urgency.WorkaroundOk)));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            if (e is HttpRequestException { StatusCode: { } status }) NoteUnlessAway($"form: {(int)status}", status);
            await Task.Delay(Pause, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
    }

    private async Task<bool> SendUntilAcknowledged(Visitor visitor, FilledForm form, CancellationToken atLast)
    {
        var ticket = Guid.Parse(form.Fields["TicketId"]);
        for (; !await Send(visitor, form); acknowledged.Repeated())
        {
            await Task.Delay(Pause, CancellationToken.None);
            if (!atLast.IsCancellationRequested) continue;
            acknowledged.Fault($"ticket {ticket}: never acknowledged");
            return false;
        }

        acknowledged.Yes(ticket);
        return true;
    }

    /// <returns>Whether it was acknowledged.</returns>
    private async Task<bool> Send(Visitor visitor, FilledForm form)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            var status = await visitor.Send(form);
            if (status is HttpStatusCode.SeeOther)
            {
                acknowledged.Answered(Stopwatch.GetElapsedTime(start));
                return true;
            }


            NoteUnlessAway($"ticket {form.Fields["TicketId"]}: {(int)status}", status);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // Killed under way: perhaps it was stored, perhaps not. That is what the form's id is for.
        }

        return false;
    }

    private void NoteUnlessAway(string what, HttpStatusCode status)
    {
        if (status is not (HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)) acknowledged.Fault(what);
    }
}
