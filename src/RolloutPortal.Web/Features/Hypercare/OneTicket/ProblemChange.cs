using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>One thing that a correction changed, and how to write both sides of it.</summary>
/// <param name="What"><c>changed.</c> and this is the text's key.</param>
public sealed record ProblemChange(
    string What, Func<IStringLocalizer<SharedTexts>, IStringLocalizer<HypercareTexts>, string> From,
    Func<IStringLocalizer<SharedTexts>, IStringLocalizer<HypercareTexts>, string> To)
{
    /// <param name="nameOf">Of a module or location; null where none was said.</param>
    public static IEnumerable<ProblemChange> Between(Problem was, Problem now, Func<Guid?, string?> nameOf)
    {
        ProblemChange Say<T>(string what, Func<Problem, T> value, Func<T, IStringLocalizer<SharedTexts>, IStringLocalizer<HypercareTexts>, string> write) =>
            new(what, (shared, text) => write(value(was), shared, text), (shared, text) => write(value(now), shared, text));

        if (was.Severity != now.Severity) yield return Say("severity", p => p.Severity, (value, shared, _) => shared.Of(value));
        if (was.LocationId != now.LocationId) yield return Say("location", p => p.LocationId, (id, _, text) => nameOf(id) ?? text["somewhere"]);
        if (was.ModuleId != now.ModuleId) yield return Say("module", p => p.ModuleId, (id, _, text) => nameOf(id) ?? text["log.module.none"]);
        if (was.Kind != now.Kind) yield return Say("kind", p => p.Kind, (value, shared, _) => shared.Of(value));
        if (was.Impact != now.Impact) yield return Say("impact", p => p.Impact, (value, shared, _) => shared.Of(value));
        if (was.Urgency != now.Urgency) yield return Say("urgency", p => p.Urgency, (value, shared, _) => shared.Of(value));
        if (was.AffectedUsers != now.AffectedUsers) yield return Say("users", p => p.AffectedUsers, (users, _, text) => text.Users(users));
        if (was.SafetyOrPersonalData != now.SafetyOrPersonalData)
            yield return Say("safety", p => p.SafetyOrPersonalData, (flag, shared, _) => shared[flag ? "value.yes" : "value.no"]);
    }
}
