using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>What people wrote, outside the events: one row per version, deleted for good when redacted (decisions.md 1).</summary>
public sealed class Texts(NpgsqlDataSource source, Actor actor, Clock clock)
{
    /// <summary>A text to be written with an append; null when nothing was written.</summary>
    public WrittenText? Draft(Guid streamId, string? body) => string.IsNullOrWhiteSpace(body)
        ? null
        : new WrittenText(Guid.CreateVersion7(), streamId, Clean(body), actor.Now("text").By, clock.Now);

    /// <summary>The bodies by id; a redacted or unknown text is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<Guid> ids, CancellationToken ct = default)
    {
        var wanted = ids.Distinct().ToArray();
        if (wanted.Length == 0) return new Dictionary<Guid, string>();
        var rows = await source.Rows(
            "select id, body from text where id = any($1)", reader => (Id: reader.GetGuid(0), Body: reader.GetString(1)), ct, wanted);
        return rows.ToDictionary(row => row.Id, row => row.Body);
    }

    /// <summary>Whether this very text stands there already under the given id: the same form sent twice.</summary>
    public async Task<bool> IsSame(Guid textId, string? body, CancellationToken ct = default) =>
        await source.Scalar<string>("select body from text where id = $1", ct, textId) == Clean(body ?? "");

    /// <summary>Trimmed, line ends as LF: browsers send CRLF, and a repeat must equal what was stored. No other control characters:
    /// PostgreSQL does not take them all.</summary>
    public static string Clean(string body) =>
        string.Concat(body.ReplaceLineEndings("\n").Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')).Trim();
}
