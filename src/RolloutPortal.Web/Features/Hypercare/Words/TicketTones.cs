using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.Words;

/// <summary>The tone of a state: colour and shape in the style sheet; the word always stands beside it.</summary>
public static class TicketTones
{
    public static string Tone(this TicketStatus status) => status switch
    {
        TicketStatus.Open => "warn",
        TicketStatus.Taken => "info",
        TicketStatus.Resolved => "ok",
        _ => "off",
    };

    /// <summary>Of how many open ones there are of a severity; none needs no colour.</summary>
    public static string? Tone(this Severity severity, int count) => (severity, count) switch
    {
        (_, 0) => null,
        (Severity.S1, _) => "bad",
        (Severity.S2, _) => "warn",
        _ => null,
    };
}
