namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>Whether the access log is what was written: every entry, every link, no gap; and what is missing at its old end went by pruning.</summary>
public sealed class AccessLogCheck(AccessTables tables)
{
    private const int Piece = 1_000;

    /// <returns>A line each; empty: all is well.</returns>
    public async Task<IReadOnlyList<string>> Faults(CancellationToken ct = default)
    {
        var faults = new List<string>();
        var (before, prunedTo, begin) = ((AccessBatch?)null, (long?)null, (AccessBatch?)null);
        while (await tables.Batches(before?.Number ?? 0, Piece, ct) is { Count: > 0 } batches)
        {
            var entries = (await tables.Entries(batches[0].FirstId, batches[^1].LastId, ct)).ToLookup(row => BatchOf(batches, row.Id));
            foreach (var batch in batches)
            {
                var rows = entries[batch.Number].ToList();
                // What is left of those that were pruned: a link without entries, on which the rest hangs.
                if (before is null && (rows.Count == 0 || batch.Number > 1)) begin = batch;
                faults.AddRange(Faults(batch, before, rows, isBegin: begin == batch && rows.Count == 0));
                prunedTo = rows.Select(row => AccessPruning.PrunedTo(row.Entry)).LastOrDefault(to => to is not null) ?? prunedTo;
                before = batch;
            }
        }

        if (begin is not null && prunedTo != begin.Number) faults.Add($"access log: it begins with batch {begin.Number}, and no pruning says why");
        if (await tables.Strays(ct) is > 0 and var strays) faults.Add($"access log: {strays} entries belong to no batch");
        return faults;
    }

    private static IEnumerable<string> Faults(AccessBatch batch, AccessBatch? before, IReadOnlyList<StoredAccess> rows, bool isBegin)
    {
        if (!AccessChain.HashOf(batch).SequenceEqual(batch.Hash)) yield return $"access log: batch {batch.Number} was changed";
        if (before is not null && !Follows(batch, before)) yield return $"access log: batch {batch.Number} does not follow {before.Number}";
        if (!isBegin && !AccessChain.HashOf(rows).SequenceEqual(batch.Rows))
            yield return $"access log: entries {batch.FirstId}–{batch.LastId} were changed, added or taken away";
    }

    private static bool Follows(AccessBatch batch, AccessBatch before) =>
        batch.Number == before.Number + 1 && batch.FirstId == before.LastId + 1 && batch.Previous.SequenceEqual(before.Hash);

    /// <returns>0 for none of them.</returns>
    private static long BatchOf(List<AccessBatch> batches, long id)
    {
        var (low, high) = (0, batches.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (batches[middle].FirstId <= id) low = middle;
            else high = middle - 1;
        }

        return id <= batches[low].LastId ? batches[low].Number : 0;
    }
}
