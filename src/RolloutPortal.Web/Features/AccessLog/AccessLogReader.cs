using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.AccessLog.Words;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Features.AccessLog;

/// <summary>Reads the access log; names are joined on reading and stand nowhere in it.</summary>
public sealed class AccessLogReader(NpgsqlDataSource source, AccessWriter writer, AccessWords words, IOptions<PortalOptions> options, IStringLocalizer<SharedTexts> shared)
{
    private const int Piece = 2_000;

    private static readonly string Columns = string.Join(", ", AccessTables.Columns.Split(", ").Select(column => $"l.{column}"));

    public async Task<AccessLogPage> Page(AccessLogFilter filter, ListRequest list, CancellationToken ct = default)
    {
        // Whoever has just been refused something wants to see it here.
        await writer.Settle(ct);
        var where = Where(filter);
        var total = (int)await source.Scalar<long>($"select count(*) from access_log l where {where.Sql}", ct, where.Values);
        var page = new Pager(list, total).Page;
        var lines = await Lines(where, long.MaxValue, ListRequest.PageSize, (page - 1) * ListRequest.PageSize, ct);
        return new AccessLogPage(filter, list, total, lines, options.Value.AccessLogMonths);
    }

    /// <summary>All of them, newest first, a piece at a time.</summary>
    public async IAsyncEnumerable<AccessLogLine> All(AccessLogFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await writer.Settle(ct);
        var (where, before) = (Where(filter), long.MaxValue);
        while (await Lines(where, before, Piece, 0, ct) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
                yield return line;
            before = lines[^1].Row.Id;
        }
    }

    private AccessLogConditions Where(AccessLogFilter filter) => new(filter, filter.Action?.Trim() is { Length: > 0 } typed ? words.Matching(typed) : [], AccountName.Erased(shared));

    private Task<List<AccessLogLine>> Lines(AccessLogConditions where, long before, int count, int skip, CancellationToken ct) => source.Rows(
        $"""
        select {Columns}, {AccountName.Sql}
        from access_log l
        left join account a on a.id = l.account_id
        where {where.Sql} and l.id < ${where.Values.Length + 1}
        order by l.id desc
        limit ${where.Values.Length + 2} offset ${where.Values.Length + 3}
        """,
        row => new AccessLogLine(AccessTables.Entry(row), AccountName.Read(row, 10, shared)), ct, [.. where.Values, before, count, skip]);
}
