using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Home;

/// <summary>How a step of the first day stands.</summary>
public enum StepState
{
    Done,
    Next,
    Later,

    /// <summary>Can be left out, and comes when it suits.</summary>
    Optional,
}

/// <summary>One step of the first day.</summary>
/// <param name="Key">Of its texts.</param>
/// <param name="Address">Where it is done; null: not before another, or not in the portal.</param>
/// <param name="ByHand">Where it is done without a file; null: there is no such way.</param>
public sealed record FirstStep(string Key, StepState State, string? Address, string? ByHand = null);

/// <summary>What an administrator of a new portal does on the first day, and how far it has come.</summary>
/// <param name="ProgrammeId">The first rollout; null: there is none yet.</param>
public sealed record FirstSteps(Guid? ProgrammeId, bool HasAreas, bool HasLocations, bool HasEmployees, bool HasInvited, bool HasWaves)
{
    /// <summary>The municipality's identity provider; null: the server has none configured.</summary>
    public string? Provider { get; init; }

    public bool HasRules { get; init; }

    public bool AreDone => ProgrammeId is not null && HasLocations && HasEmployees && HasInvited && HasWaves;

    /// <summary>In order. Locations before people: the people's file names them.</summary>
    public IReadOnlyList<FirstStep> All
    {
        get
        {
            var of = $"/programmes/{ProgrammeId}";
            (string Key, bool IsDone, bool IsOpen, string Address, string? ByHand)[] steps =
            [
                ("programme", ProgrammeId is not null, true, ProgrammeId is null ? "/programmes/new" : $"{of}/settings", null),
                ("locations", HasLocations, ProgrammeId is not null, HasLocations ? $"{of}/locations" : $"{of}/imports?kind=locations", HasAreas ? $"{of}/locations/new" : $"{of}/areas"),
                ("employees", HasEmployees, HasLocations, HasEmployees ? $"{of}/employees" : $"{of}/imports?kind=employees", $"{of}/employees/new"),
                ("people", HasInvited, true, HasInvited ? "/accounts" : "/accounts/invitations/new", null),
                ("waves", HasWaves, HasLocations, HasWaves ? $"{of}/waves" : $"{of}/waves/new", null),
            ];
            var next = steps.FirstOrDefault(step => !step.IsDone).Key;
            return
            [
                .. steps.Select(step => new FirstStep(
                    step.Key, step.IsDone ? StepState.Done : step.Key == next ? StepState.Next : StepState.Later,
                    step.IsOpen ? step.Address : null, step.IsOpen && !step.IsDone ? step.ByHand : null)),
                new FirstStep("identity", HasRules && Provider is not null ? StepState.Done : StepState.Optional, Provider is null ? null : "/claim-rules"),
            ];
        }
    }
}

/// <summary>Reads how far it has come.</summary>
public sealed class FirstStepsReader(NpgsqlDataSource source, Ledger ledger, IdentityOffer provider)
{
    /// <summary>Once done they are not asked about again.</summary>
    private volatile bool areDone;

    /// <summary>Those that are not all done yet; null: they are, or are not this person's to do.</summary>
    public async Task<FirstSteps?> Open(Rights rights, CancellationToken ct = default)
    {
        if (areDone || await Of(rights, ct) is not { } steps) return null;
        areDone = steps.AreDone;
        return steps.AreDone ? null : steps;
    }

    /// <returns>Null for whoever does not administer the whole portal.</returns>
    public async Task<FirstSteps?> Of(Rights rights, CancellationToken ct = default)
    {
        if (!rights.AdministersAll) return null;
        var steps = (await source.Rows(
            """
            select
                (select programme_id from programme_row order by name limit 1),
                exists (select from area_row),
                exists (select from location_row where since is distinct from closed_from),
                exists (select from employee),
                exists (select from account offset 1),
                exists (select from wave_row where not cancelled)
            """,
            row => new FirstSteps(row.Value<Guid>(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5)), ct))[0];
        var rules = (await ledger.Load<ClaimRules, ClaimRuleEvent>(ClaimRules.StreamId, ct)).State.Rules;
        return steps with { Provider = provider.Name, HasRules = rules.Count > 0 };
    }
}

/// <summary>The page of whoever has nothing to see yet.</summary>
/// <param name="Steps">Null for whoever does not administer the whole portal.</param>
public sealed record WelcomePage(Rights Rights, FirstSteps? Steps);
