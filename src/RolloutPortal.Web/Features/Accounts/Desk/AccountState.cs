namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>How an account stands, for a list and its filter.</summary>
public enum AccountState
{
    Active,

    /// <summary>Not here yet.</summary>
    Invited,

    /// <summary>Not here yet, and without a link that opens.</summary>
    Waiting,

    /// <summary>Closed for minutes, after wrong passwords.</summary>
    Locked,

    Disabled,
}

public static class AccountStates
{
    public static string Tone(this AccountState state) => state switch
    {
        AccountState.Active => "ok",
        AccountState.Invited => "info",
        AccountState.Waiting or AccountState.Locked => "warn",
        _ => "off",
    };
}
