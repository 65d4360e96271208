namespace RolloutPortal.Domain.Accounts;

/// <summary>What somebody is to the rollout (decisions.md 18). Stored by name.</summary>
public enum Role
{
    Administrator, RolloutManager, Leader, Superuser, Support, TrainingCoordinator, ExternalProvider, Reader,
}

/// <summary>How far a role reaches; <see cref="Portal"/> is everything. Stored by name.</summary>
public enum ScopeKind { Programme, Area, Location, Provider, Portal }

/// <summary>What one may be allowed to do at a place; who may is <see cref="RoleTable"/>.</summary>
public enum Permission
{
    SeeRollout, SeeTickets, LogTickets, CorrectTickets, TriageTickets, Plan, Publish, RequestExemption, ApproveExemption,
    DecideRecovered, Import, SeeNames, Administer,
}
