using RolloutPortal.Domain.Imports;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>A file that was stored, and whether it was taken back.</summary>
[Index(nameof(ProgrammeId), nameof(StoredAt))]
public sealed record ImportBatchRow(
    Guid ImportId, Guid ProgrammeId, string Kind, int New, int Changed, int Unchanged, int Doubts, Guid? StoredBy, DateTimeOffset StoredAt,
    Guid? ReversedBy, DateTimeOffset? ReversedAt) : IReadModel<ImportBatchRow>
{
    public static IReadOnlyList<Type> Events => [typeof(ImportEvent)];

    public int Rows => New + Changed + Unchanged;

    public IEnumerable<string> Topics => [$"imports/{ProgrammeId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is ImportEvent e ? [e.ImportId] : [];

    public static ImportBatchRow? Fold(ImportBatchRow? row, object @event, Guid key) => @event switch
    {
        ImportStored e => new(key, e.ProgrammeId, e.Kind, e.New, e.Changed, e.Unchanged, e.Doubts, e.StoredBy, e.At, ReversedBy: null, ReversedAt: null),
        ImportReversed e when row is not null => row with { ReversedBy = e.ReversedBy, ReversedAt = e.At },
        _ => row,
    };
}
