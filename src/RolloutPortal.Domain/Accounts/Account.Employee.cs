using System.Collections.Immutable;

namespace RolloutPortal.Domain.Accounts;

/// <summary>Which employee the person is, and roles that go with them when they move.</summary>
public sealed partial record Account
{
    public Guid? EmployeeId { get; private init; }

    /// <summary>Roles at the location that the employee leaves are had at the one that they move to.</summary>
    public bool ScopeFollows { get; private init; }

    /// <summary>Locations that were left with the employee; a role given there since is meant so.</summary>
    public ImmutableHashSet<Guid> Left { get; private init; } = [];

    public Decision<AccountEvent> LinkEmployee(Guid employeeId, bool scopeFollows) =>
        Missing is { } missing ? missing
        : (EmployeeId, ScopeFollows) == (employeeId, scopeFollows) ? Decision<AccountEvent>.Nothing
        : new EmployeeLinked(Id, employeeId, scopeFollows);

    public Decision<AccountEvent> UnlinkEmployee() =>
        Missing is { } missing ? missing
        : EmployeeId is { } employee ? new EmployeeUnlinked(Id, employee)
        : Decision<AccountEvent>.Nothing;

    /// <summary>Moves what the account has at locations that the employee has left to where they are today. What it has elsewhere stays;
    /// of an employee who is nowhere today nothing is taken: whether they have gone for good is for a person to say. An administrator's role
    /// stays where it was given: whoever imports people gives nobody that.</summary>
    /// <param name="left">Where the employee once was and is no longer.</param>
    /// <param name="today">Where they are today.</param>
    public Decision<AccountEvent> Follow(IReadOnlyCollection<Guid> left, IReadOnlyCollection<Guid> today)
    {
        if (!ScopeFollows || IsDisabled || today.Count == 0) return Decision<AccountEvent>.Nothing;
        var moving = Grants.Where(grant =>
            grant is { Role: not Role.Administrator, ScopeKind: ScopeKind.Location, ScopeId: { } at } && left.Contains(at) && !today.Contains(at) && !Left.Contains(at)).ToList();
        return InOrder(
        [
            .. moving.Select(grant => (Func<Account, Decision<AccountEvent>>)(account => account.RevokeRole(grant))),
            .. moving.SelectMany(grant => today.Select(at => (Func<Account, Decision<AccountEvent>>)(account => account.GrantRole(grant with { ScopeId = at })))),
            .. today.Where(Left.Contains).Select(at => (Func<Account, Decision<AccountEvent>>)(_ => new LocationReached(Id, at))),
            .. moving.Select(grant => grant.ScopeId!.Value).Distinct().Select(at => (Func<Account, Decision<AccountEvent>>)(_ => new LocationLeft(Id, at))),
        ]);
    }

    private Account FoldedEmployee(AccountEvent @event) => @event switch
    {
        EmployeeLinked e => this with { EmployeeId = e.EmployeeId, ScopeFollows = e.ScopeFollows, Left = e.EmployeeId == EmployeeId ? Left : [] },
        EmployeeUnlinked => this with { EmployeeId = null, ScopeFollows = false, Left = [] },
        LocationLeft e => this with { Left = Left.Add(e.LocationId) },
        LocationReached e => this with { Left = Left.Remove(e.LocationId) },
        _ => this,
    };
}
