using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Accounts.Desk.Lists;

/// <summary>What the address asks the list of accounts to show.</summary>
/// <param name="Q">Parts of name or address, in any order.</param>
/// <param name="Scope">As <see cref="Granting.Scope.Value"/>: roles given for just this.</param>
public sealed record AccountFilter(string? Q, Role? Role, string? Scope, AccountState? State)
{
    public bool IsNone => string.IsNullOrWhiteSpace(Q) && Role is null && string.IsNullOrEmpty(Scope) && State is null;

    public bool Shows(AccountLine line) =>
        (State is null || State == line.State)
        && (HasNoRole || line.Grants.Any(grant => (Role is null || grant.Role == Role) && (string.IsNullOrEmpty(Scope) || Granting.Scope.ValueOf(grant.ScopeKind, grant.ScopeId) == Scope)))
        && (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(part =>
            line.Name.Contains(part, StringComparison.CurrentCultureIgnoreCase) || line.Email.Contains(part, StringComparison.OrdinalIgnoreCase));

    private bool HasNoRole => Role is null && string.IsNullOrEmpty(Scope);
}

/// <summary>The accounts that somebody reaches: filtered, in an order, page by page.</summary>
/// <param name="All">Whatever the filter, in no order.</param>
public sealed record AccountList(IReadOnlyList<AccountLine> All, ScopeMap Scopes, AccountFilter Filter, ListRequest List, GrantWords Words)
{
    private static readonly Dictionary<string, Func<AccountLine, object>> Orders = new()
    {
        ["name"] = line => line.Name,
        ["email"] = line => line.Email,
        ["state"] = line => line.State,
        ["role"] = line => line.Grants.Count == 0 ? int.MaxValue : (int)line.Grants[0].Role,
        ["seen"] = line => line.LastSeen ?? DateTimeOffset.MinValue,
    };

    private readonly IReadOnlyList<AccountLine> found = [.. InOrder(All.Where(Filter.Shows), List)];

    public Pager Pager => new(List, found.Count);

    public IEnumerable<AccountLine> Shown => found.Skip((Pager.Page - 1) * ListRequest.PageSize).Take(ListRequest.PageSize);

    /// <summary>Those for which somebody has a role.</summary>
    public IEnumerable<Scope> ScopesInUse
    {
        get
        {
            var used = All.SelectMany(line => line.Grants).Select(grant => Scope.ValueOf(grant.ScopeKind, grant.ScopeId)).ToHashSet();
            return Scopes.All.Where(scope => used.Contains(scope.Value));
        }
    }

    private static IEnumerable<AccountLine> InOrder(IEnumerable<AccountLine> lines, ListRequest list)
    {
        var order = Orders.GetValueOrDefault(list.Key) ?? Orders["name"];
        var by = Comparer<object>.Create((a, b) => a is string text ? StringComparer.CurrentCulture.Compare(text, b) : Comparer<object>.Default.Compare(a, b));
        var named = lines.OrderBy(line => line.Name, StringComparer.CurrentCulture).ThenBy(line => line.Id);
        return list.Descending ? named.OrderByDescending(order, by) : named.OrderBy(order, by);
    }
}
