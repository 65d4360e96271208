namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>What sort of access it was. Stored by name.</summary>
public enum AccessKind
{
    SignIn,
    SignOut,
    Write,

    /// <summary>Of what is about people: lists of them, exports, a ticket's page, this log.</summary>
    Read,

    /// <summary>Not for them, or nothing there for them.</summary>
    Refused,

    /// <summary>The portal's own: old entries have gone, or entries could not be kept.</summary>
    Upkeep,
}

/// <summary>One line of the access log: ids, names of addresses and keys; never a word that somebody typed, a name, an address of mail, a
/// query or a token.</summary>
/// <param name="At">Machine time, UTC, whole milliseconds.</param>
/// <param name="Account">Who; null: nobody was signed in.</param>
/// <param name="Action">Method and route with its placeholders: <c>POST /tickets/{ticketId}/resolution</c>.</param>
/// <param name="Permission">The policies that had to hold, joined by <c>+</c>.</param>
/// <param name="About">What it was about, as the address names it; else what the log's events were written to.</param>
/// <param name="Address">Of the client, as the trusted proxies tell it.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Outcome">The key of a refusal, or what became of a sign-in; null: nothing to add.</param>
public sealed record AccessEntry(
    DateTimeOffset At, Guid? Account, AccessKind Kind, string Action, string? Permission, Guid? About, string? Address, int Status, string? Outcome)
{
    private const string Typed = "verb.";

    /// <summary>Whoever runs the portal typed it on its machine, and has no account there.</summary>
    public bool IsTyped => Action.StartsWith(Typed, StringComparison.Ordinal);

    /// <param name="status">As of an answer.</param>
    public static AccessEntry OfVerb(TimeProvider machine, string verb, Guid about, int status) =>
        new(Now(machine), Account: null, AccessKind.Write, $"{Typed}{verb}", Permission: null, about, Address: null, status, Outcome: null);

    /// <summary>Whole milliseconds, as they are kept.</summary>
    public static DateTimeOffset Now(TimeProvider machine)
    {
        var now = machine.GetUtcNow();
        return new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}

/// <param name="Id">Without gaps, in the order of writing.</param>
public sealed record StoredAccess(long Id, AccessEntry Entry);
