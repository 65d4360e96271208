using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>Reads the role and the place that a line of a pasted list says for its person.</summary>
public sealed class InviteRoles(RefusalTexts refusals, IStringLocalizer<SharedTexts> shared, IStringLocalizer<AdministrationTexts> words)
{
    /// <param name="grants">None where the line says nothing of it.</param>
    /// <returns>What is wrong, in the reader's language; null: nothing.</returns>
    public string? Read(InviteLine line, InvitePage page, out IReadOnlyList<Grant> grants)
    {
        grants = [];
        if (line is not { Role: { } written, Place: { } place }) return null;
        if (RoleOf(written) is not { } role) return words["message.line.role", written, string.Join(", ", Enum.GetValues<Role>().Select(one => shared.Of(one)))];
        if (page.Scopes.Called(place) is not { } scope) return words["message.line.place", place];
        var grant = new Grant(role, scope.Kind, scope.Id);
        var refusal = page.Reach.Gives(scope.Place) ? Account.Initial.Open(Guid.NewGuid(), [grant], null).Refusal : new Refusal(AccountRefusals.OutOfReach);
        if (refusal is not null) return refusals.Of(refusal);
        grants = [grant];
        return null;
    }

    /// <summary>As the reader's pages call it, or by its own name.</summary>
    private Role? RoleOf(string written) => Enum.GetValues<Role>().Cast<Role?>()
        .FirstOrDefault(role => written.Equals(shared.Of(role!.Value), StringComparison.OrdinalIgnoreCase) || written.Equals($"{role}", StringComparison.OrdinalIgnoreCase));
}
