using System.Text.Json;
using System.Text.Json.Serialization;
using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>What has been said of a location by days, as a text in its row: periods alone would forget what was said twice, and the next
/// change in the past would then hold for too long.</summary>
internal static class HistoryText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        IgnoreReadOnlyProperties = true,
    };

    public static string Write(LocationHistory history) => JsonSerializer.Serialize(history, Options);

    public static LocationHistory Read(string text) => JsonSerializer.Deserialize<LocationHistory>(text, Options)!;
}
