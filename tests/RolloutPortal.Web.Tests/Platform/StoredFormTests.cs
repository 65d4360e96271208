using System.Text.Json;
using System.Text.Json.Nodes;
using RolloutPortal.EventStore.Events;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Tests.Platform;

/// <summary>How events stand in the log is a promise (decisions.md 3): one file for each, <c>StoredForms/{stored name}.json</c>.</summary>
/// <remarks>An event gets one more property: keep the file as <c>{stored name}.1.json</c>, for such events are in logs, and write
/// the new form into the first. An event gets another name or meaning: that is a new event, or an alias in the catalogue.</remarks>
public sealed class StoredFormTests
{
    private static readonly EventTypes Types = EventCatalog.Types();

    private static readonly string Folder = Path.Combine(PostgresFixture.RepoRoot, "tests", "RolloutPortal.Web.Tests", "Platform", "StoredForms");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_has_its_form_and_every_form_its_event()
    {
        var written = Types.All.Select(type => $"{type.Name}.json").Order(StringComparer.Ordinal);

        Assert.Equal(Files.Select(file => file.Data).Where(file => file.Count('.') == 1), written);
    }

    [Fact]
    public void No_two_events_share_a_name() =>
        Assert.Equal(EventCatalog.Records.Count, Types.All.Select(type => type.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory, MemberData(nameof(Files))]
    public void What_stands_there_is_read_and_would_be_written_so_again(string file)
    {
        var stored = File.ReadAllBytes(Path.Combine(Folder, file));
        var read = Types.Read(file.Split('.')[0], stored);

        // An older form is only read: it lacks what came later.
        if (file.Count('.') > 1) return;
        Assert.Equal(Canonical(stored), Canonical(System.Text.Encoding.UTF8.GetBytes(Types.Write(read))));
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_value_stands_there_as_plain_text_number_or_nothing_or_as_a_list_of_ids(string file)
    {
        var stored = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, file)))!.AsObject();

        Assert.All(stored, property => Assert.True(
            property.Value is null or JsonValue || (property.Value is JsonArray list && list.All(id => Guid.TryParse(id?.GetValue<string>(), out _))), property.Key));
    }

    /// <summary>Property by property, in order of names: PostgreSQL keeps an order of its own.</summary>
    private static string Canonical(byte[] json) =>
        string.Join('\n', JsonNode.Parse(json)!.AsObject().OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => $"{property.Key}: {property.Value?.ToJsonString(JsonSerializerOptions.Default) ?? "null"}"));
}
