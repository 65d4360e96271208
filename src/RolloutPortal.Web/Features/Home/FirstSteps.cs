using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Home;

/// <summary>What an administrator of a new portal does on the first day, and how far it has come.</summary>
/// <param name="ProgrammeId">The first rollout; null: there is none yet.</param>
public sealed record FirstSteps(Guid? ProgrammeId, bool HasAreas, bool HasLocations, bool HasInvited)
{
    public bool AreDone => ProgrammeId is not null && HasAreas && HasLocations && HasInvited;

    /// <summary>In order: a key of the texts, where it is done, whether it has been; null: not before another.</summary>
    public IReadOnlyList<(string Key, string? Address, bool IsDone)> All =>
    [
        ("programme", ProgrammeId is null ? "/programmes/new" : $"/programmes/{ProgrammeId}/settings", ProgrammeId is not null),
        ("areas", ProgrammeId is null ? null : $"/programmes/{ProgrammeId}/areas", HasAreas),
        ("locations", HasAreas ? $"/programmes/{ProgrammeId}/locations" : null, HasLocations),
        ("people", "/accounts/invitations/new", HasInvited),
    ];
}

/// <summary>Reads how far it has come.</summary>
public sealed class FirstStepsReader(NpgsqlDataSource source)
{
    /// <returns>Null for whoever does not administer the whole portal.</returns>
    public async Task<FirstSteps?> Of(Rights rights, CancellationToken ct = default) => !rights.May(Permission.Administer, Place.Portal) ? null : (await source.Rows(
        """
        select
            (select programme_id from programme_row order by name limit 1),
            exists (select from area_row),
            exists (select from location_row),
            exists (select from account offset 1)
        """,
        row => new FirstSteps(row.IsDBNull(0) ? null : row.GetGuid(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3)), ct))[0];
}

/// <summary>The page of whoever has nothing to see yet.</summary>
/// <param name="Steps">Null for whoever does not administer the whole portal.</param>
public sealed record WelcomePage(Rights Rights, FirstSteps? Steps);
