using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Locations;

/// <summary>All that may change about a location from one day to another.</summary>
/// <param name="Users">The planned total.</param>
/// <param name="OpeningHours">As typed; in canonical form once checked; empty when not stated.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record LocationDescription(
    string Name, Guid AreaId, int Users, Side Side, string OpeningHours, string TimeZone, Guid? ProviderId)
{
    public const int MostUsers = 20_000;

    /// <param name="clean">As it would be stored.</param>
    public bool TryClean(out LocationDescription clean) => Check(out clean) is null;

    /// <param name="clean">As it would be stored; as typed when refused.</param>
    public Refusal? Check(out LocationDescription clean)
    {
        clean = this;
        if (Names.Check(Name, out var name) is { } badName) return badName;
        if (Users is < 0 or > MostUsers) return new Refusal(LocationRefusals.UsersOutOfRange, MostUsers);
        if (Locations.OpeningHours.Read(OpeningHours, out var hours) is { } badHours) return badHours;
        if (!Zones.Has(TimeZone)) return new Refusal(LocationRefusals.UnknownTimeZone);

        clean = this with { Name = name, OpeningHours = hours.Text };
        return null;
    }
}

/// <summary>A description and the whole local days it holds, <c>[From, To)</c>; the last is open.</summary>
public sealed record LocationPeriod(DateOnly From, DateOnly? To, LocationDescription Description);

/// <summary>Open a location from a day on.</summary>
public sealed record OpenLocation(
    Guid LocationId, Guid ProgrammeId, string? Code, LocationDescription Description, DateOnly From);
