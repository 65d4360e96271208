using RolloutPortal.Domain;
using RolloutPortal.EventStore.Events;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Every event that the portal writes: the sealed records of the domain that belong to a family of events.</summary>
/// <remarks>A renamed type keeps its stored name here (<c>.Alias</c>), an old shape is upcast here (<c>.Upcast</c>).</remarks>
public static class EventCatalog
{
    public static IReadOnlyList<Type> Records { get; } =
        [.. typeof(Refusal).Assembly.GetTypes().Where(IsEvent).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static EventTypes Types() => new(Records);

    private static bool IsEvent(Type type) =>
        type is { IsSealed: true, IsAbstract: false, BaseType: { IsAbstract: true } family } && family.Name.EndsWith("Event", StringComparison.Ordinal);
}
