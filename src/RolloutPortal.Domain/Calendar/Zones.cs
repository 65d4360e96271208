namespace RolloutPortal.Domain.Calendar;

/// <summary>Time zones by their IANA names (<c>Europe/Copenhagen</c>).</summary>
public static class Zones
{
    public static bool Has(string? name) =>
        !string.IsNullOrEmpty(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
