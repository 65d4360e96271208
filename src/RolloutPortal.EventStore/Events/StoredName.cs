using System.Text;

namespace RolloutPortal.EventStore.Events;

/// <summary>Marten's rule for the name of an event or a state: snake case of the class name, without its namespace.</summary>
public static class StoredName
{
    public static string Of(Type type) => Of(type.Name);

    /// <summary><c>TicketLogged</c> is <c>ticket_logged</c>, <c>SLABreached</c> is <c>sla_breached</c>, <c>Wave2Closed</c> is
    /// <c>wave_2_closed</c>.</summary>
    public static string Of(string name)
    {
        var stored = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && !char.IsLower(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                stored.Append('_');
            stored.Append(char.ToLowerInvariant(name[i]));
        }

        return stored.ToString();
    }
}
