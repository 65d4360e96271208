using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace RolloutPortal.EventStore.Events;

/// <summary>Which record stands behind a stored event name, and how older shapes of it are read.</summary>
/// <remarks>A stored name is a promise: a renamed type keeps its old name through <see cref="Alias{T}"/>, an old shape is
/// brought up to date by <see cref="Upcast"/>.</remarks>
public sealed class EventTypes
{
    private readonly Dictionary<string, EventType> byName = [];
    private readonly Dictionary<Type, EventType> byType = [];
    private readonly Dictionary<string, Func<JsonObject, JsonObject>> upcasts = [];
    private FrozenDictionary<string, EventType>? lookup;

    /// <exception cref="ArgumentException">Two types share a stored name.</exception>
    public EventTypes(IEnumerable<Type> types)
    {
        foreach (var type in types)
            Register(StoredName.Of(type), type);
    }

    public IEnumerable<EventType> All => byType.Values;

    /// <summary>The stored name of a type that was renamed since: new events keep it.</summary>
    public EventTypes Alias<T>(string storedName)
    {
        byName.Remove(StoredName.Of(typeof(T)));
        byType.Remove(typeof(T));
        Register(storedName, typeof(T));
        return this;
    }

    /// <summary>Events stored under this name pass through the function before they become a record.</summary>
    public EventTypes Upcast(string storedName, Func<JsonObject, JsonObject> change)
    {
        upcasts[storedName] = upcasts.TryGetValue(storedName, out var earlier) ? data => change(earlier(data)) : change;
        return this;
    }

    /// <summary>Events stored under a name that has no record of its own any more are read as a later event.</summary>
    public EventTypes Upcast<T>(string storedName, Func<JsonObject, JsonObject> change)
    {
        if (!byName.TryAdd(storedName, Of(typeof(T))))
            throw new ArgumentException($"{storedName} is the name of {byName[storedName].Type.FullName}.", nameof(storedName));
        lookup = null;
        return Upcast(storedName, change);
    }

    public bool Knows(string storedName) => Lookup.ContainsKey(storedName);

    /// <exception cref="UnknownEventException">The type was never registered.</exception>
    public EventType Of(Type type) => byType.TryGetValue(type, out var known) ? known : throw new UnknownEventException(type.Name);

    /// <exception cref="UnknownEventException">Written by a newer version of the portal, or by somebody else.</exception>
    public EventType Of(string storedName) => Lookup.TryGetValue(storedName, out var known) ? known : throw new UnknownEventException(storedName);

    /// <exception cref="UnknownEventException">The name is not known.</exception>
    public object Read(string storedName, ReadOnlySpan<byte> data)
    {
        if (upcasts.Count == 0 || !upcasts.TryGetValue(storedName, out var upcast))
            return JsonSerializer.Deserialize(data, Of(storedName).Json)!;
        var document = JsonNode.Parse(data)!.AsObject();
        return upcast(document).Deserialize(Of(storedName).Json)!;
    }

    public string Write(object @event) => JsonSerializer.Serialize(@event, Of(@event.GetType()).Json);

    private FrozenDictionary<string, EventType> Lookup => lookup ??= byName.ToFrozenDictionary();

    private void Register(string storedName, Type type)
    {
        var known = new EventType(storedName, type, EventJson.Options.GetTypeInfo(type));
        if (!byName.TryAdd(storedName, known))
            throw new ArgumentException($"{type.FullName} and {byName[storedName].Type.FullName} are both stored as {storedName}.");
        byType.Add(type, known);
        lookup = null;
    }
}

/// <summary>One kind of event: its stored name, its record, and how the record is written.</summary>
public sealed record EventType(string Name, Type Type, JsonTypeInfo Json)
{
    /// <summary>As Marten writes <c>mt_dotnet_type</c>.</summary>
    public string DotNetName { get; } = $"{Type.FullName}, {Type.Assembly.GetName().Name}";

    /// <summary>In UTF-8.</summary>
    public byte[] Write(object @event) => JsonSerializer.SerializeToUtf8Bytes(@event, Json);
}

/// <summary>The log holds an event that this version of the portal cannot read.</summary>
public sealed class UnknownEventException(string name) : Exception($"The event '{name}' is not known to this version.");

/// <summary>An event's stored form does not fit its record: an upcast is missing, or somebody changed it.</summary>
public sealed class UnreadableEventException(string name, long position, Exception inner)
    : Exception($"The event '{name}' at position {position} can't be read: {inner.Message}", inner);
