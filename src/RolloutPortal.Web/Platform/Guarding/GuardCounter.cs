using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>What became of a text with a number in it.</summary>
public enum GuardOutcome
{
    Refused,
    Asked,

    /// <summary>Somebody said that it is no person's number.</summary>
    Kept,
}

/// <summary>Counts what was stopped: rule, field, time and role, never the text, never the person (domain.md §7).</summary>
public sealed class GuardCounter(NpgsqlDataSource source, Clock clock, ILogger<GuardCounter> log)
{
    /// <param name="who">Null: nobody is signed in.</param>
    public async Task Count(IEnumerable<StoppedText> texts, GuardOutcome outcome, SignedInAccount? who)
    {
        var found = texts.ToList();
        foreach (var text in found) log.LogInformation("A text in {Field} was {Outcome} by the rule {Rule}", text.Field, outcome, text.Finding.Rule);
        if (found.Count > 0) await Count([.. found.Select(text => ($"{text.Finding.Rule}", text.Field))], outcome, who);
    }

    /// <summary>A whole file at once.</summary>
    /// <inheritdoc cref="Count(IEnumerable{StoppedText}, GuardOutcome, SignedInAccount?)"/>
    public async Task Count(IReadOnlyCollection<(string Rule, string Field)> found, GuardOutcome outcome, SignedInAccount? who)
    {
        try
        {
            await source.Execute(
                "insert into person_number_stop (at, rule, field, role, outcome) select $1, rule, field, $4, $5 from unnest($2, $3) as f(rule, field)",
                CancellationToken.None, clock.Now, found.Select(one => one.Rule).ToArray(), found.Select(one => one.Field).ToArray(), RoleOf(who), $"{outcome}");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            // Refused it is all the same.
            log.LogWarning("What the guard stopped could not be counted: {Why}", e.GetType().Name);
        }
    }

    /// <summary>The first of those that somebody has.</summary>
    private static string RoleOf(SignedInAccount? who) => who?.Rights.Grants.Select(grant => (Role?)grant.Role).Min()?.ToString() ?? "Nobody";
}
