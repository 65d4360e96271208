using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Health;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>A page that says what went wrong and what to do now.</summary>
/// <param name="Address">Where to try again; null after something that must not be sent twice.</param>
/// <param name="Trace">What an administrator finds in the log; only where the fault is ours.</param>
/// <param name="Progress">Of what one waits for.</param>
public sealed record ErrorPage(Fault Fault, string? Address, string? Trace, IReadOnlyList<PreparationStep> Progress)
{
    /// <summary>The portal's own address, for whoever came by another; null: they are there.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>Mended by waiting: the page asks again by itself.</summary>
    public bool Waits => Fault.Kind is "database" or "building" or "loading";

    public string Icon => Fault.Kind switch
    {
        "403" => "lock",
        "404" => "search",
        "building" or "loading" or "429" => "time",
        _ => "warning",
    };
}
