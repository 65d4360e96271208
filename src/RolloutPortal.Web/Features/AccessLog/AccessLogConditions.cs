using System.Globalization;
using RolloutPortal.Domain.Calendar;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared;
using Zones = RolloutPortal.Web.Platform.Time.Zones;

namespace RolloutPortal.Web.Features.AccessLog;

/// <summary>A filter as SQL over <c>access_log l</c>: conditions joined by <c>and</c>, and their values in order.</summary>
public sealed class AccessLogConditions
{
    private const int LongestWord = 200;

    private readonly SqlConditions where = new();

    /// <param name="actions">Those whose words hold what is looked for; the address may as well.</param>
    /// <param name="erased">What an erased person is called (<see cref="AccountName.Erased"/>).</param>
    public AccessLogConditions(AccessLogFilter filter, string[] actions, string erased)
    {
        AddWho(filter.Who?.Trim(), erased);
        if (filter.KnownKind is { } kind) where.Add("l.kind = {0}", kind.ToString());
        AddResult(filter.Result?.Trim());
        if (filter.Action?.Trim() is { Length: > 0 } action) AddAction(action, actions);
        if (filter.From is { } from && Days.Hold(from)) where.Add("l.at >= {0}", Zones.StartOf(from, Zones.Default));
        if (filter.To is { } to && Days.Hold(to)) where.Add("l.at < {0}", Zones.StartOf(to.AddDays(1), Zones.Default));
        if (filter.About?.Trim() is { Length: > 0 } about)
        {
            if (Guid.TryParse(about, out var id)) where.Add("l.object_id = {0}", id);
            else where.Add("false");
        }
    }

    public string Sql => where.Sql;

    public object[] Values => where.Values;

    private void AddWho(string? who, string erased)
    {
        if (string.IsNullOrEmpty(who)) return;
        if (who == AccessLogFilter.Nobody) where.Add("l.account_id is null");
        else if (Guid.TryParse(who, out var id)) where.Add("l.account_id = {0}", id);
        else where.Add($"l.account_id in (select a.id from account a where {AccountName.Holds("{1}", "{0}")} or (a.erased_number is null and a.email ilike {{0}}))", Like(who), erased);
    }

    private void AddAction(string typed, string[] actions)
    {
        where.Add("(l.action = any({0}) or l.action ilike {1})", actions, Like(typed));
    }

    private void AddResult(string? result)
    {
        if (string.IsNullOrEmpty(result)) return;
        if (int.TryParse(result, NumberStyles.None, CultureInfo.InvariantCulture, out var status)) where.Add("l.status = {0}", status);
        else where.Add("l.outcome ilike {0}", Like(result));
    }

    private static string Like(string typed) => LikePattern.Part(typed.Length > LongestWord ? typed[..LongestWord] : typed);
}
