using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Ids of things that live in a programme's stream. An id is one thing for good: rights go by it, and forms choose it.</summary>
public static class HeldIds
{
    public const string Area = "area";
    public const string Module = "module";
    public const string Provider = "provider";

    /// <summary>The ids that begin with these events.</summary>
    public static IReadOnlyList<HeldId> Of(IEnumerable<object> events) => [.. events.Select(Of).OfType<HeldId>()];

    private static HeldId? Of(object @event) => @event switch
    {
        AreaAdded e => new(e.AreaId, Area),
        ModuleAdded e => new(e.ModuleId, Module),
        ProviderAdded e => new(e.ProviderId, Provider),
        _ => null,
    };
}
