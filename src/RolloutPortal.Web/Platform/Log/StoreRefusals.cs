using RolloutPortal.Domain;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>What the store says no to, in the words of those who asked.</summary>
public static class StoreRefusals
{
    /// <param name="with">What was to be written together with the events.</param>
    /// <returns>Null for what nobody is refused for: a stale version, a fault.</returns>
    public static Refusal? Of(Exception no, Together? with) => no switch
    {
        OvertakenException { Rule: ClosedParts.Rule } => ClosedParts.Refusal,
        OvertakenException { Rule: null } => with?.Demands is [var first, ..] ? first.OrElse : null,
        ClaimTakenException taken => with?.Claims.FirstOrDefault(reserve => reserve.Claim == taken.Claim)?.OrElse,
        IdTakenException => new Refusal(CommonRefusals.IdTaken),
        TextTakenException => new Refusal(CommonRefusals.TextTaken),
        _ => null,
    };
}
