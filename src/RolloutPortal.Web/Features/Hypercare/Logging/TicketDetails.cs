using System.Globalization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Programmes;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>A form whose impact and urgency are chosen on tiles.</summary>
public interface ITicketChoices
{
    TicketForm Form { get; }

    int UsersOf(Impact impact);
}

/// <summary>What few need to say of a ticket: module, kind, how many, the flag.</summary>
/// <param name="Suggested">How many it hits when nobody says.</param>
/// <param name="LastModule">Of this person's last ticket: guessed, and said to be.</param>
public sealed record TicketDetails(TicketForm Form, IReadOnlyList<ModuleRow> Modules, string Suggested, bool MayChooseChannel, Guid? LastModule = null)
{
    public static TicketDetails Of(LogTicketPage page) => new(
        page.Form, page.Modules, page.UsersOf(page.Form.Impact ?? Impact.OneUser).ToString(CultureInfo.InvariantCulture), page.MayChooseChannel,
        page.LastModule);
}
