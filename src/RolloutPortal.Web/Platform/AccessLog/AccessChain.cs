using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>A link of the chain: entries that were written together, and what ties them to those before.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Rows">Hash of the entries alone: what is left of them when they are old and gone.</param>
/// <param name="Hash">Over the hash before, and everything of this link.</param>
public sealed record AccessBatch(long Number, long FirstId, long LastId, DateTimeOffset LastAt, byte[] Rows, byte[] Previous, byte[] Hash)
{
    /// <summary>Before the first.</summary>
    public static AccessBatch None { get; } = new(0, 0, 0, default, [], [], []);

    /// <param name="entries">In order; at least one.</param>
    public AccessBatch Next(IReadOnlyList<AccessEntry> entries)
    {
        var rows = AccessChain.HashOf([.. entries.Select((entry, i) => new StoredAccess(LastId + 1 + i, entry))]);
        var next = new AccessBatch(Number + 1, LastId + 1, LastId + entries.Count, entries[^1].At, rows, Hash, []);
        return next with { Hash = AccessChain.HashOf(next) };
    }
}

/// <summary>The hashes that show whether an entry was changed, added or taken away (SHA-256).</summary>
/// <remarks>Who can write in the database can also write a whole chain anew; hence its head is told once a day to the process's own log,
/// which is kept elsewhere, and by <c>verify</c>.</remarks>
public static class AccessChain
{
    public static byte[] HashOf(IReadOnlyList<StoredAccess> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
            Append(hash, Written(row));
        return hash.GetHashAndReset();
    }

    public static byte[] HashOf(AccessBatch batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, batch.Previous);
        Append(hash, Encoding.UTF8.GetBytes($"{batch.Number} {batch.FirstId} {batch.LastId} {batch.LastAt.ToUnixTimeMilliseconds()}"));
        Append(hash, batch.Rows);
        return hash.GetHashAndReset();
    }

    /// <summary>One writing for one entry: nothing can be moved from a field to its neighbour.</summary>
    private static byte[] Written(StoredAccess row) => JsonSerializer.SerializeToUtf8Bytes(new object?[]
    {
        row.Id, row.Entry.At.ToUnixTimeMilliseconds(), row.Entry.Account, row.Entry.Kind.ToString(), row.Entry.Action, row.Entry.Permission,
        row.Entry.About, row.Entry.Address, row.Entry.Status, row.Entry.Outcome,
    });

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
