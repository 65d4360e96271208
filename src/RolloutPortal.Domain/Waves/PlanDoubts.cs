namespace RolloutPortal.Domain.Waves;

/// <summary>What is allowed about a day and seldom meant.</summary>
public enum DayDoubt { Past, Weekend }

/// <summary>Days that are asked about once before they are stored; nothing is refused for them (docs/domain.md, "Waves").</summary>
public static class PlanDoubts
{
    /// <summary>A go-live further from its plan than this is more often a slip than a fact.</summary>
    public const int MostDaysFromPlan = 7;

    /// <summary>About the day that a wave is planned for. Public holidays are not known yet.</summary>
    public static DayDoubt? Of(DateOnly planned, DateOnly today) =>
        planned < today ? DayDoubt.Past
        : planned.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayDoubt.Weekend
        : null;

    /// <summary>Days from the planned day to the one that is recorded, negative before the plan; null when they lie close.</summary>
    public static int? FromPlan(DateOnly on, DateOnly? planned) =>
        planned is { } plan && Math.Abs(on.DayNumber - plan.DayNumber) > MostDaysFromPlan ? on.DayNumber - plan.DayNumber : null;
}
