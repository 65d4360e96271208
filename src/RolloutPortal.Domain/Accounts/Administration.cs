namespace RolloutPortal.Domain.Accounts;

/// <summary>Those who administer the whole portal: one stream, to which each leaving is appended, so that the last two cannot leave at
/// once, each relying on the other (decisions.md 5).</summary>
/// <param name="Left">How many have left.</param>
public sealed record Administration(int Left) : IState<Administration, AdministrationEvent>
{
    /// <summary>There is one portal.</summary>
    public static readonly Guid Id = new("0190a000-0000-7000-8000-0000000000ad");

    public static Administration Initial { get; } = new(Left: 0);

    /// <param name="others">Who may administer the portal beside them, now.</param>
    public static Decision<AdministrationEvent> Leave(Guid accountId, int others) =>
        others == 0 ? new Refusal(AccountRefusals.LastAdministrator) : new AdministratorLeft(accountId);

    public Administration Apply(AdministrationEvent @event) => this with { Left = Left + 1 };
}
