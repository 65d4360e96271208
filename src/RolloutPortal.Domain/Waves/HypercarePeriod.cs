namespace RolloutPortal.Domain.Waves;

/// <summary>The whole local days of extraordinary support at a location: <c>[From, To)</c>, shown inclusive (decisions.md 13).</summary>
public readonly record struct HypercarePeriod(DateOnly From, DateOnly To)
{
    /// <summary>Not live, hence no hypercare yet.</summary>
    public static HypercarePeriod None => default;

    public bool IsNone => this == None;

    /// <summary>From going live until the weeks are over or hypercare was closed, whichever comes first; never less than empty.</summary>
    public static HypercarePeriod Of(DateOnly liveOn, int weeks, DateOnly? closedOn)
    {
        var to = liveOn.AddDays(7 * weeks);
        if (closedOn < to) to = closedOn.Value;
        return new(liveOn, to < liveOn ? liveOn : to);
    }

    public bool Covers(DateOnly day) => From <= day && day < To;

    /// <summary>Empty periods and none are over from the start.</summary>
    public bool IsOver(DateOnly day) => day >= To;
}
