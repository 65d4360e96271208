using System.Text;
using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>What people wrote, outside the events: one row per version, its words deleted for good when redacted (decisions.md 1).</summary>
/// <remarks>A text belongs to one stream and is read for that stream only: a form may name any id.</remarks>
public sealed class Texts(NpgsqlDataSource source, Actor actor, Clock clock)
{
    /// <summary>Characters of anything that people write at length.</summary>
    public const int Longest = 2_000;

    /// <summary>A text to be written with an append; null when nothing was written.</summary>
    public WrittenText? Draft(Guid streamId, string? body) => Clean(body ?? "") is { Length: > 0 } clean
        ? new WrittenText(Guid.CreateVersion7(), streamId, clean, actor.Now("text").By, clock.Now)
        : null;

    /// <summary>Whether it is too long to be kept.</summary>
    public static Refusal? Check(string? body) =>
        Clean(body ?? "").Length > Longest ? new Refusal(CommonRefusals.TextTooLong, Longest) : null;

    /// <summary>The bodies by id; a redacted text, an unknown one and another stream's are not among them.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Of(Guid streamId, IEnumerable<Guid> ids, CancellationToken ct = default) =>
        Of(ids.Select(id => (streamId, id)), ct);

    /// <inheritdoc cref="Of(Guid, IEnumerable{Guid}, CancellationToken)"/>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<(Guid Stream, Guid Id)> texts, CancellationToken ct = default)
    {
        var wanted = texts.Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<Guid, string>();
        var rows = await source.Rows(
            """
            select t.id, t.body
            from text t
            join unnest($1, $2) as w(stream_id, id) on w.id = t.id and w.stream_id = t.stream_id
            where t.body is not null
            """,
            reader => (Id: reader.GetGuid(0), Body: reader.GetString(1)), ct,
            wanted.Select(text => text.Stream).ToArray(), wanted.Select(text => text.Id).ToArray());
        return rows.ToDictionary(row => row.Id, row => row.Body);
    }

    /// <summary>Whether just these words stand under the id.</summary>
    public async Task<bool> IsSame(Guid streamId, Guid textId, string? body, CancellationToken ct = default) =>
        (await Of(streamId, [textId], ct)).TryGetValue(textId, out var written) && written == Clean(body ?? "");

    /// <summary>What an id that a form brought along stands for, seen beside what was typed in it.</summary>
    public async Task<TextStanding> Standing(Guid streamId, Guid textId, string? body, CancellationToken ct = default)
    {
        var rows = await source.Rows(
            "select stream_id, body from text where id = $1", reader => (Stream: reader.GetGuid(0), Body: reader.Text(1)), ct, textId);
        return rows is not [var there] ? TextStanding.Free
            : there.Stream != streamId ? TextStanding.Elsewhere
            : there.Body is null || there.Body == Clean(body ?? "") ? TextStanding.Repeat
            : TextStanding.Other;
    }

    /// <summary>Trimmed, line ends as LF: browsers send CRLF, and a repeat must equal what was stored. No other control characters, for
    /// PostgreSQL does not take them all, and nothing that turns the page round. Empty when nothing of it can be seen.</summary>
    public static string Clean(string body)
    {
        var clean = new StringBuilder(body.Length);
        foreach (var rune in body.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || CleanText.IsDirection(rune))) clean.Append(rune);
        var text = clean.ToString().Trim();
        return CleanText.IsSeen(text) ? text : "";
    }
}

/// <summary>Whether a text may be written under an id.</summary>
public enum TextStanding
{
    Free,

    /// <summary>It stands there already; or it did, and was deleted since.</summary>
    Repeat,

    /// <summary>Other words stand there.</summary>
    Other,

    /// <summary>It is a text of something else.</summary>
    Elsewhere,
}
