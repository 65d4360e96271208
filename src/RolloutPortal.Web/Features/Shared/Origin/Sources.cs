using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Shared.Origin;

/// <summary>Reads where values come from; empty outside a demonstration.</summary>
public sealed class Sources(ReadTables read)
{
    public async Task<SourceNotes> Of(IEnumerable<Guid> subjects, CancellationToken ct = default)
    {
        var ids = subjects.Distinct().ToArray();
        return ids.Length == 0 ? SourceNotes.None : new(await read.Where<SourceRow>("subject_id = any($1)", ct, ids));
    }

    public Task<SourceNotes> Of(params Guid[] subjects) => Of(subjects, CancellationToken.None);
}

/// <summary>What is known about the sources of some things.</summary>
public sealed class SourceNotes(IEnumerable<SourceRow> rows)
{
    private readonly Dictionary<(Guid, string), SourceRow> found = rows.ToDictionary(row => (row.SubjectId, row.Field));

    public static SourceNotes None { get; } = new([]);

    public bool Any => found.Count > 0;

    /// <summary>The note on this value, else the one on the whole thing; null where nobody noted anything.</summary>
    public SourceRow? Of(Guid subject, string field = "") => Own(subject, field) ?? Own(subject, "");

    /// <summary>The note on this very value, for a row that says elsewhere where the whole thing comes from.</summary>
    public SourceRow? Own(Guid subject, string field) => found.GetValueOrDefault((subject, field));
}
