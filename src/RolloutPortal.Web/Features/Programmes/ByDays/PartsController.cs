using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Programmes.ByDays;

/// <summary>An area or a provider, live: whoever sees a part of it sees that part.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class PartsController(Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, PartReader reader, RolloutReader rollout)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("areas/{areaId:guid}")]
    public Task<IActionResult> Area(Guid areaId, DateOnly? on, CancellationToken ct) => Show(PartKind.Area, areaId, on, ct);

    [HttpGet("providers/{providerId:guid}")]
    public Task<IActionResult> Provider(Guid providerId, DateOnly? on, CancellationToken ct) => Show(PartKind.Provider, providerId, on, ct);

    private async Task<IActionResult> Show(PartKind kind, Guid id, DateOnly? on, CancellationToken ct)
    {
        // A link with a day that is none shows today.
        ModelState.Clear();
        return await Board("Part", "_Part", await rollout.TopicsOf(id, ct), () => reader.Page(kind, id, on, ct));
    }
}
