namespace RolloutPortal.Testing;

/// <summary>What nobody else has. In letters alone: one id in three thousand holds ten digits that are somebody's number for all the
/// guard knows, and a test that types it is stopped.</summary>
public static class Fresh
{
    /// <summary>32 letters from a to p.</summary>
    public static string Word() => string.Concat(Guid.NewGuid().ToByteArray().SelectMany(one => new[] { (char)('a' + (one >> 4)), (char)('a' + (one & 15)) }));

    public static string Email(string host = "eksempel.dk") => $"{Word()}@{host}";
}
