using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Accounts.Desk.Granting;

/// <summary>A role and a scope as a form chooses them.</summary>
/// <param name="Scope">As <see cref="Granting.Scope.Value"/>.</param>
public sealed record GrantChoice(Role? Role = null, string? Scope = null)
{
    public bool IsEmpty => Role is null && string.IsNullOrEmpty(Scope);

    public string Query => $"role={Role}&scope={Uri.EscapeDataString(Scope ?? "")}";

    /// <summary>Null: incomplete, or nothing that there is.</summary>
    public Grant? Of(ScopeMap scopes) => Role is { } role && Enum.IsDefined(role) && scopes.Find(Scope) is { } scope ? new Grant(role, scope.Kind, scope.Id) : null;

    /// <summary>The same, where what it was given for is there no longer.</summary>
    public Grant? Read()
    {
        var parts = (Scope ?? "").Split(':');
        if (Role is not { } role || !Enum.TryParse<ScopeKind>(parts[0], out var kind)) return null;
        return parts.Length == 1 ? new Grant(role, kind, null) : Guid.TryParse(parts[1], out var id) ? new Grant(role, kind, id) : null;
    }
}
