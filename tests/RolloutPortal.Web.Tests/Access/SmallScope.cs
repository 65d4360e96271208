using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>How much of a place lies in a scope.</summary>
internal enum Share { None, Part, Whole }

/// <summary>A scope below the programme, and how much it holds of what <see cref="Places"/> names: things of Bosted Nørrebro, which is one of two
/// locations of the area Nord and shares wave 1 with one in Syd; the provider runs a location in Syd.</summary>
internal static class SmallScope
{
    /// <summary>A location, a ticket there, whoever works there, an account with a role there: all are one place.</summary>
    private const string Table =
        """
        |                  | programmeId | areaId | waveId | providerId | locationId |
        |------------------|-------------|--------|--------|------------|------------|
        | its area         | part        | whole  | part   |            | whole      |
        | its location     | part        | part   | part   |            | whole      |
        | the next area    | part        |        | part   | part       |            |
        | the next location| part        | part   |        |            |            |
        """;

    private static readonly string[][] Lines = [.. Table.Split('\n').Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    public static IEnumerable<string> All => Lines.Skip(2).Select(line => line[0]);

    public static Grant Grant(string scope, Role role, SmallRollout rollout) => scope switch
    {
        "its area" => new(role, ScopeKind.Area, rollout.North),
        "its location" => new(role, ScopeKind.Location, rollout.NorthA),
        "the next area" => new(role, ScopeKind.Area, rollout.South),
        _ => new(role, ScopeKind.Location, rollout.NorthB),
    };

    /// <summary>What the table says to whoever has a role there.</summary>
    /// <remarks>To look, a part of each place that the address names is enough; to do something there, the whole of it lies in the scope.</remarks>
    public static string Answer(AccessLine line, string scope, Role role)
    {
        var shares = line.Places.Select(name => Of(scope, name)).ToList();
        if (line.Permissions(role).Any(permission => shares.Any(share => share < Needed(permission)))) return "404";
        var isEnough = !line.NeedsPortal && (!line.NeedsWhole || shares.All(share => share is Share.Whole));
        return line.Serves(role) && isEnough ? line.Answer : "403";
    }

    private static Share Needed(Permission permission) =>
        permission is Permission.SeeRollout or Permission.SeeTickets or Permission.SeeNames ? Share.Part : Share.Whole;

    private static Share Of(string scope, string place)
    {
        var column = Array.IndexOf(Lines[0], place);
        var cell = Lines.Single(line => line[0] == scope)[column < 0 ? ^1 : column];
        return cell is "" ? Share.None : Enum.Parse<Share>(cell, ignoreCase: true);
    }
}
