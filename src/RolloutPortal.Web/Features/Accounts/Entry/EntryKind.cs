namespace RolloutPortal.Web.Features.Accounts.Entry;

/// <summary>What somebody comes in with: an invitation to a new account, or a link to a new password.</summary>
/// <param name="Purpose">Its address begins with it.</param>
public sealed record EntryKind(string Purpose, TimeSpan Lifetime)
{
    public static EntryKind Invitation { get; } = new("invitation", TimeSpan.FromDays(7));

    public static EntryKind Reset { get; } = new("new-password", TimeSpan.FromHours(1));

    public string Address(string token) => $"/{Purpose}/{token}";
}

/// <summary>Whether a link opens its page, and why not.</summary>
public enum EntryState
{
    Good,

    /// <summary>Mistyped, or older than anybody remembers.</summary>
    Unknown,

    Used,

    RunOut,

    /// <summary>Revoked, or another was made since.</summary>
    Replaced,

    /// <summary>The account is closed.</summary>
    Closed,
}

/// <summary>Somebody at the door with a link.</summary>
/// <param name="LinkId">Empty unless the link is known.</param>
public sealed record EntryVisit(EntryKind Kind, EntryState State, Guid LinkId, Guid AccountId, string Name, string Email)
{
    public bool IsGood => State is EntryState.Good;

    public static EntryVisit Unknown(EntryKind kind) => new(kind, EntryState.Unknown, Guid.Empty, Guid.Empty, "", "");
}
