using Microsoft.AspNetCore.Mvc.Rendering;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Identity.Claims;

/// <summary>The table from claims to roles, a form for one rule more, and what became of a trial.</summary>
/// <param name="Provider">Null: none is configured yet.</param>
/// <param name="Trial">Null: nothing was tried.</param>
public sealed record ClaimRulesPage(
    IReadOnlyList<ClaimRuleLine> Lines, ClaimRuleForm Form, IReadOnlyList<SelectListItem> Roles, IReadOnlyList<SelectListItem> Scopes,
    string? Provider, ClaimTrial? Trial = null);

/// <param name="Role">In words, with its scope.</param>
public sealed record ClaimRuleLine(ClaimRule Rule, string Role);

/// <summary>What the table makes of some claims.</summary>
/// <param name="Claims">As they were read.</param>
/// <param name="Lines">The rules that fit.</param>
/// <param name="Rights">In words; empty: whoever comes so is told whom to ask.</param>
public sealed record ClaimTrial(string? Pasted, IReadOnlyList<PresentedClaim> Claims, IReadOnlyList<ClaimRuleLine> Lines, IReadOnlyList<string> Rights);
