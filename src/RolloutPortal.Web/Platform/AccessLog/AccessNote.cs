namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>What a request tells of itself for the access log, beyond its address and its status.</summary>
public sealed class AccessNote
{
    /// <summary>Null: as method and status say.</summary>
    public AccessKind? Kind { get; private set; }

    public string? Outcome { get; private set; }

    public Guid? Thing { get; private set; }

    /// <summary>404 because of a right, not for want of a thing.</summary>
    public bool IsOutOfScope { get; private set; }

    public static AccessNote Of(HttpContext http)
    {
        if (http.Features.Get<AccessNote>() is { } note) return note;
        http.Features.Set(note = new AccessNote());
        return note;
    }

    /// <param name="outcome">A key: <c>sign-in.wrong</c>.</param>
    /// <param name="account">Whose account it was about, where nobody is signed in.</param>
    public static void SignIn(HttpContext http, string outcome, Guid? account = null)
    {
        var note = Of(http);
        (note.Kind, note.Outcome, note.Thing) = (AccessKind.SignIn, outcome, account);
    }

    public static void SignOut(HttpContext http) => Of(http).Kind = AccessKind.SignOut;

    /// <param name="key">Of the refusal.</param>
    public static void Refused(HttpContext http, string key) => Of(http).Outcome ??= key;

    public static void OutOfScope(HttpContext http) => Of(http).IsOutOfScope = true;

    /// <summary>The first thing that events were written to.</summary>
    public static void About(HttpContext? http, Guid id)
    {
        if (http is not null) Of(http).Thing ??= id;
    }
}
