using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Home;

/// <summary>What changed, in a line: <em>Løst af Mette Holm i går kl. 14.05</em>.</summary>
public static class ChangeWords
{
    /// <param name="me">A ticket that one was given is told otherwise than one that a colleague took.</param>
    public static string Of(MyNews news, Guid me, DateTimeOffset now, IStringLocalizer<HomeTexts> text)
    {
        var (change, zone) = (news.Change, news.Ticket.Zone);
        var key = change.What == "ticket_taken" && change.Whose == me ? "given" : change.What == "ticket_taken" && change.Whose != change.By ? "assigned" : change.What;
        return text[$"change.{key}", news.Who, When(change.At, now, zone, text), change.Severity?.ToString() ?? ""];
    }

    /// <summary><em>i dag kl. 14.05</em>, <em>i går kl. 14.05</em>, else the day.</summary>
    public static string When(DateTimeOffset at, DateTimeOffset now, string zone, IStringLocalizer<HomeTexts> text)
    {
        var (then, today) = (Zones.ToLocal(at, zone), Zones.ToLocal(now, zone).Date);
        var clock = then.ToString("t", CultureInfo.CurrentCulture);
        return then.Date == today ? text["when.today", clock] : then.Date == today.AddDays(-1) ? text["when.yesterday", clock] : TimeHtml.Written(then);
    }
}
