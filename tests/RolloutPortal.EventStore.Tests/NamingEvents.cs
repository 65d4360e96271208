using System.Text.Json.Nodes;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class NamingEvents(Server server) : StoreTest(server)
{
    private readonly Guid id = Any.Id();

    [Theory]
    [InlineData("TicketLogged", "ticket_logged")]
    [InlineData("SLABreached", "sla_breached")]
    [InlineData("Ticket", "ticket")]
    [InlineData("TicketSLA", "ticket_sla")]
    [InlineData("Wave2Closed", "wave_2_closed")]
    [InlineData("Day14", "day_14")]
    [InlineData("AUserLeft", "a_user_left")]
    public void A_stored_name_follows_Martens_rule(string name, string stored) => Assert.Equal(stored, StoredName.Of(name));

    [Fact]
    public async Task The_log_holds_name_and_type_and_the_bare_event_with_enums_as_their_names()
    {
        await Portal.Append(id, 0, Any.Sent(id) with { SentAt = TestStore.Noon.AddTicks(10_000) });

        var rows = await Portal.Source.Rows(
            "select e.type, e.mt_dotnet_type, e.data::text, s.type, s.version, e.tenant_id from mt_events e join mt_streams s on s.id = e.stream_id",
            reader => (reader.GetString(0), reader.GetString(1), JsonNode.Parse(reader.GetString(2))!, reader.GetString(3), reader.GetInt64(4), reader.GetString(5)));

        var (type, dotnet, data, stream, version, tenant) = Assert.Single(rows);
        Assert.Equal(("parcel_sent", $"{typeof(ParcelSent).FullName}, RolloutPortal.EventStore.Tests"), (type, dotnet));
        Assert.Equal(("parcel", 1, "*DEFAULT*"), (stream, version, tenant));
        Assert.Equal(
            ["DepotId", "ParcelId", "SentAt", "Size", "Weight"], data.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Large", data["Size"]!.GetValue<string>());
    }

    [Fact]
    public void Two_types_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new EventTypes([typeof(ParcelSent), typeof(Old.ParcelSent)]));

    [Fact]
    public async Task A_renamed_type_keeps_its_old_name()
    {
        var renamed = await Another(types: TestStore.AllTypes.Alias<ParcelSent>("parcel_posted"));
        await renamed.Append(id, 0, Any.Sent(id));

        Assert.Equal("parcel_posted", await Portal.Scalar<string>("select type from mt_events"));
        Assert.Equal(Any.Sent(id), Assert.Single(await renamed.Store.Read(id)).Data);
        Assert.False(renamed.Store.Types.Knows("parcel_sent"));
    }

    [Fact]
    public async Task An_old_shape_is_brought_up_to_date_on_reading_step_by_step()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Source.Execute("update mt_events set data = data - 'Weight' || '{\"Pounds\": 4}'");
        var types = TestStore.AllTypes
            .Upcast("parcel_sent", data => { data["Grams"] = data["Pounds"]!.GetValue<int>() * 500; return data; })
            .Upcast("parcel_sent", data => { data["Weight"] = data["Grams"]!.GetValue<int>() / 1000m; return data; });

        var later = await Another(types: types);
        await later.Store.Tables.Build(later.Store.Models.Of<ParcelRow>());

        Assert.Equal(2m, Assert.IsType<ParcelSent>(Assert.Single(await later.Store.Read(id)).Data).Weight);
        Assert.Equal(2m, Assert.Single(await later.Parcels()).Weight);
    }

    [Fact]
    public async Task An_event_that_has_no_record_any_more_is_read_as_a_later_one()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        await Portal.Source.Execute("update mt_events set type = 'parcel_dispatched'");
        var later = await Another(types: TestStore.AllTypes.Upcast<ParcelSent>("parcel_dispatched", data => data));

        Assert.Equal(Any.Sent(id), Assert.Single(await later.Store.Read(id)).Data);
        Assert.Equal("parcel_sent", later.Store.Types.Of(typeof(ParcelSent)).Name);
        Assert.Throws<ArgumentException>(() => TestStore.AllTypes.Upcast<ParcelSent>("parcel_lost", data => data));
    }

    private static class Old
    {
        public sealed record ParcelSent;
    }
}
