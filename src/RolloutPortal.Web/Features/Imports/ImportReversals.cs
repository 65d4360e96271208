using RolloutPortal.Domain;
using RolloutPortal.Domain.Imports;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;
using EventLog = RolloutPortal.EventStore.Store;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>Takes imports back, whole and in one transaction, while nothing stands on them.</summary>
public sealed class ImportReversals(Importer importer, EventLog store, Ledger ledger, Actor actor, Clock clock)
{
    public Task<IReadOnlyList<Obstacle>> Standing(ImportBatchRow batch, CancellationToken ct) => importer.Find(batch.Kind)!.Standing(batch.ImportId, ct);

    /// <returns>Null when it was taken back, now or before.</returns>
    public async Task<Refusal?> Reverse(Guid importId, CancellationToken ct)
    {
        try
        {
            // Where somebody changed something of it just now, or put something on it, that may stand in the way.
            return await Patience.Until(() => Decide(importId, ct), no => no is StaleVersionException or OvertakenException { Rule: null });
        }
        catch (Exception no) when (StoreRefusals.Of(no, with: null) is { } refusal)
        {
            return refusal;
        }
    }

    private async Task<(Refusal?, Func<Task>?)> Decide(Guid importId, CancellationToken ct)
    {
        var batch = await ledger.Load<Import, ImportEvent>(importId, ct);
        if (batch.State.Stored is not { } stored) return (new Refusal(ImportRefusals.NotFound), null);
        var kind = importer.Find(stored.Kind)!;
        var standing = batch.State.IsReversed ? [] : await kind.Standing(importId, ct);
        var decision = batch.State.Reverse((int)standing.Sum(one => one.Count), actor.Now(nameof(ImportReversed)).By, clock.Now);
        if (decision.Events.Count == 0) return (decision.Refusal, null);
        return (null, async () => await store.Append([.. await kind.Reverse(importId, ct), ledger.Append(batch, decision.Events)]));
    }
}
