using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Identity.Claims;

/// <summary>Reads the table of claims, in words.</summary>
public sealed class ClaimRulePages(Ledger ledger, ReadTables read, IdentityOffer offer, RoleWords roles, Clock clock, IStringLocalizer<SharedTexts> shared)
{
    public async Task<ClaimRulesPage> Page(ClaimRuleForm form, CancellationToken ct = default) =>
        new(await Lines((await Table(ct)).Rules, ct), form, Roles(), await Scopes(ct), offer.Name);

    public async Task<ClaimTrial> Try(ClaimTrialForm form, CancellationToken ct = default)
    {
        var (table, claims) = (await Table(ct), ClaimReading.OfPasted(form.Claims));
        var fit = await Lines(table.Rules.Where(rule => claims.Any(rule.Fits)), ct);
        return new ClaimTrial(form.Claims, claims, fit, [.. fit.Select(line => line.Role).Distinct()]);
    }

    private async Task<ClaimRules> Table(CancellationToken ct) => (await ledger.Load<ClaimRules, ClaimRuleEvent>(ClaimRules.StreamId, ct)).State;

    private async Task<IReadOnlyList<ClaimRuleLine>> Lines(IEnumerable<ClaimRule> rules, CancellationToken ct)
    {
        var lines = new List<ClaimRuleLine>();
        foreach (var rule in rules.OrderBy(rule => rule.ClaimType, StringComparer.Ordinal).ThenBy(rule => rule.ClaimValue, StringComparer.CurrentCulture))
            lines.Add(new ClaimRuleLine(rule, (await roles.Of(new Rights([rule.Grant]), ct)).Single()));
        return lines;
    }

    private List<SelectListItem> Roles() => [.. Enum.GetValues<Role>().Select(role => new SelectListItem(shared.Of(role), role.ToString()))];

    /// <summary>From the widest to the narrowest, by today's name. What is closed gives nobody a role.</summary>
    private async Task<IReadOnlyList<SelectListItem>> Scopes(CancellationToken ct)
    {
        var found = await read.Query(
            """
            select 'Programme', programme_id, name from programme_row
            union all select kind, id, name from part_name_row where shown_from <= $1 and shown_to > $1 and (closes_at is null or closes_at > $1)
            union all select 'Location', location_id, name from location_period_row where shown_from <= $1 and shown_to > $1 and (closes_at is null or closes_at > $1)
            """,
            row => (Kind: Enum.Parse<ScopeKind>(row.GetString(0)), Id: row.GetGuid(1), Name: row.GetString(2)), ct, clock.Now);
        return
        [
            // Nothing chosen at first: nobody gives a role to everything by leaving a field alone.
            new SelectListItem("", ""),
            new SelectListItem(shared.Of(ScopeKind.Portal), nameof(ScopeKind.Portal)),
            .. found.OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.CurrentCulture)
                .Select(one => new SelectListItem($"{shared.Of(one.Kind)}: {one.Name}", Scope.ValueOf(one.Kind, one.Id))),
        ];
    }
}
