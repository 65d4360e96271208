using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Guarding;

/// <summary>Reads what the guard stopped and what was kept. Scoped.</summary>
public sealed class GuardReview(NpgsqlDataSource source, Viewer viewer, Clock clock)
{
    private const int Weeks = 12;
    private const int MostTexts = 50;

    private const string Wave = "wave";

    public async Task<GuardReviewPage> Page(CancellationToken ct = default) => new(await Counts(ct), await Texts(ct));

    /// <returns>False when there is nothing to look at under this id, for this person.</returns>
    public async Task<bool> Approve(Guid textId, CancellationToken ct = default)
    {
        if ((await Texts(ct, textId)).Count == 0) return false;
        await source.Execute(
            "update doubtful_text set seen_at = $2, seen_by = $3 where text_id = $1 and seen_at is null", ct, textId, clock.Now, (await viewer.SignedIn(ct)).Id);
        return true;
    }

    /// <summary>Newest week first; of a week only the rules that stopped something.</summary>
    private Task<List<GuardCount>> Counts(CancellationToken ct) => source.Rows(
        """
        select date_trunc('week', at at time zone $2)::date as week, rule,
            count(*) filter (where outcome = 'Refused'), count(*) filter (where outcome = 'Asked'), count(*) filter (where outcome = 'Kept')
        from person_number_stop
        where at > $1
        group by week, rule
        order by week desc, rule
        """,
        row => new GuardCount(row.GetFieldValue<DateOnly>(0), Enum.Parse<PersonNumberRule>(row.GetString(1)), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
        ct, clock.Now.AddDays(-7 * Weeks), Zones.Default);

    /// <summary>Where this person may delete them; oldest first. What was deleted meanwhile needs no look.</summary>
    private async Task<List<KeptText>> Texts(CancellationToken ct, Guid? only = null) =>
        [.. (await OfTickets(only, ct)).Concat(await OfOthers(only, ct)).OrderBy(text => text.At).Take(MostTexts)];

    /// <summary>Reasons: of waves, and of accounts, which only administrators of the whole portal see here.</summary>
    private async Task<List<KeptText>> OfOthers(Guid? only, CancellationToken ct)
    {
        var found = await source.Rows(
            """
            select d.text_id, d.stream_id, x.body, d.at, s.type
            from doubtful_text d
            join text x on x.id = d.text_id and x.body is not null
            join mt_streams s on s.id = d.stream_id and s.type in ('wave', 'account')
            where d.seen_at is null and ($1::uuid is null or d.text_id = $1)
            order by d.at
            """,
            row => new KeptText(row.GetGuid(0), row.GetString(4), row.GetGuid(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)),
            ct, (object?)only ?? DBNull.Value);
        var everywhere = (await viewer.SignedIn(ct)).Rights.AdministersAll;
        var seen = new List<KeptText>();
        foreach (var text in found)
            if (text.Kind == Wave ? await viewer.May(Permission.CorrectTickets, text.Of, ct) || await viewer.May(Permission.Administer, text.Of, ct) : everywhere)
                seen.Add(text);
        return seen;
    }

    /// <summary>Null: everywhere.</summary>
    private async Task<IEnumerable<Guid>?> Where(Permission permission, CancellationToken ct) => await viewer.May(permission, ct) ? await viewer.Locations(permission, ct) : [];

    /// <summary>Somebody may administer one area and support another.</summary>
    private static IEnumerable<Guid>? Either(IEnumerable<Guid>? one, IEnumerable<Guid>? other) => one is null || other is null ? null : one.Union(other);

    private async Task<List<KeptText>> OfTickets(Guid? only, CancellationToken ct)
    {
        var places = Either(await Where(Permission.Administer, ct), await Where(Permission.CorrectTickets, ct));
        return await source.Rows(
            $"""
            select d.text_id, t.ticket_id, x.body, d.at
            from doubtful_text d
            join text x on x.id = d.text_id and x.body is not null
            join ticket_row t on t.ticket_id = d.stream_id
            where d.seen_at is null and ($1::uuid[] is null or t.location_id = any($1)) and ($2::uuid is null or d.text_id = $2)
            order by d.at
            limit {MostTexts}
            """,
            row => new KeptText(row.GetGuid(0), "ticket", row.GetGuid(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)),
            ct, (object?)places?.ToArray() ?? DBNull.Value, (object?)only ?? DBNull.Value);
    }
}

/// <summary>What the guard did in a week by one of its rules.</summary>
/// <param name="Week">Its Monday.</param>
public sealed record GuardCount(DateOnly Week, PersonNumberRule Rule, long Refused, long Asked, long Kept);

/// <summary>A text that somebody said holds no person's number.</summary>
/// <param name="Kind">Of what it was written about: the type of its stream.</param>
/// <param name="Of">Its id.</param>
public sealed record KeptText(Guid TextId, string Kind, Guid Of, string Body, DateTimeOffset At)
{
    public string Address => $"/{Kind}s/{Of}";
}

public sealed record GuardReviewPage(IReadOnlyList<GuardCount> Counts, IReadOnlyList<KeptText> Texts);
