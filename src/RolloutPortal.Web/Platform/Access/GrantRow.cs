using System.Security.Cryptography;
using System.Text;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>A role that an account has, and how far it reaches.</summary>
/// <param name="Mapped">By what the identity provider says; the same one granted by hand is another row.</param>
[Index(nameof(AccountId))]
public sealed record GrantRow(Guid GrantId, Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId, bool Mapped) : IReadModel<GrantRow>
{
    public static IReadOnlyList<Type> Events => [typeof(RoleGranted), typeof(RoleRevoked), typeof(RoleMapped), typeof(RoleUnmapped)];

    public IEnumerable<string> Topics => [$"account/{AccountId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        RoleGranted e => [Key(e.AccountId, e.Role, e.ScopeKind, e.ScopeId)],
        RoleRevoked e => [Key(e.AccountId, e.Role, e.ScopeKind, e.ScopeId)],
        RoleMapped e => [Key(e.AccountId, e.Role, e.ScopeKind, e.ScopeId, "/mapped")],
        RoleUnmapped e => [Key(e.AccountId, e.Role, e.ScopeKind, e.ScopeId, "/mapped")],
        _ => [],
    };

    public static GrantRow? Fold(GrantRow? row, object @event, Guid key) => @event switch
    {
        RoleGranted e => new(key, e.AccountId, e.Role, e.ScopeKind, e.ScopeId, Mapped: false),
        RoleMapped e => new(key, e.AccountId, e.Role, e.ScopeKind, e.ScopeId, Mapped: true),
        RoleRevoked or RoleUnmapped => null,
        _ => row,
    };

    public Grant ToGrant() => new(Role, ScopeKind, ScopeId);

    private static Guid Key(Guid account, Role role, ScopeKind kind, Guid? scope, string mapped = "") =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}/{role}/{kind}/{scope}{mapped}")).AsSpan(0, 16));
}
