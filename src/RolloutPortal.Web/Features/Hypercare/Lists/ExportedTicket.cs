using Microsoft.Extensions.Localization;
using Npgsql;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>A ticket as a line of a file: what the list shows of it, with all of its words.</summary>
/// <param name="Words">Null when they were deleted.</param>
/// <param name="Zone">The location's.</param>
/// <param name="AssigneeName">For those who may see names.</param>
public sealed record ExportedTicket(
    string Number, Severity Severity, string? Words, TicketKind Kind, string LocationCode, string LocationName, string AreaName, string Zone, string? ModuleName,
    TicketStatus Status, string? AssigneeName, bool DuringHypercare, bool Safety, int AffectedUsers, Cause? Cause,
    DateTimeOffset LoggedAt, DateTimeOffset LastChangedAt, DateTimeOffset? ResolvedAt, Impact Impact, Urgency Urgency)
{
    /// <summary>In the order of the parameters, from <c>ticket_row t</c>, its location <c>l</c>, area <c>r</c>, module <c>m</c>, text <c>x</c> and assignee <c>a</c>.</summary>
    public const string Columns = $"""
        t.number, t.severity, x.body, t.kind, l.code, l.name, l.area, l.time_zone, m.name, t.status, {AccountName.Sql}, t.during_hypercare,
        t.safety_or_personal_data, t.affected_users, t.cause, t.logged_at, t.last_changed_at, t.resolved_at, t.impact, t.urgency
        """;

    public static ExportedTicket Read(NpgsqlDataReader row, IStringLocalizer<SharedTexts> shared) => new(
        row.GetString(0), Enum.Parse<Severity>(row.GetString(1)), row.Text(2), Enum.Parse<TicketKind>(row.GetString(3)), row.GetString(4), row.GetString(5),
        row.GetString(6), row.GetString(7), row.Text(8), Enum.Parse<TicketStatus>(row.GetString(9)), AccountName.Read(row, 10, shared), row.GetBoolean(11), row.GetBoolean(12),
        row.GetInt32(13), row.Text(14) is { } cause ? Enum.Parse<Cause>(cause) : null, row.GetFieldValue<DateTimeOffset>(15),
        row.GetFieldValue<DateTimeOffset>(16), row.Value<DateTimeOffset>(17), Enum.Parse<Impact>(row.GetString(18)),
        Enum.Parse<Urgency>(row.GetString(19)));

    /// <summary>On the clocks of the location.</summary>
    public DateTime? Local(DateTimeOffset? at) => at is { } instant ? Zones.ToLocal(instant, Zone).DateTime : null;
}
