using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Accounts.Desk.Granting;

/// <summary>Roles as sentences that nobody can misread: <em>Superbruger for Bosted Nørrebro</em>.</summary>
public sealed class GrantWords(RoleWords roles, IStringLocalizer<AdministrationTexts> texts)
{
    /// <param name="scope">Null: what the role was given for is there no longer.</param>
    public string Of(Grant grant, Scope? scope) => scope is null
        ? texts["grant.nowhere", roles.Of(grant)]
        : texts[$"grant.{scope.Kind.ToString().ToLowerInvariant()}", roles.Of(grant), scope.Name];

    public string Of(Grant grant, ScopeMap scopes) => Of(grant, scopes.Of(grant));
}
