using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Locations.Acts;
using RolloutPortal.Web.Features.Locations.Ahead;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Locations.Describing;
using RolloutPortal.Web.Features.Locations.Intake;
using RolloutPortal.Web.Features.Locations.Lists;
using RolloutPortal.Web.Features.Locations.OneLocation;
using RolloutPortal.Web.Features.Locations.Staff;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Programmes.ByDays;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Features.Waves.Acts;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>What reads programmes, locations and waves for their pages.</summary>
public static class RolloutServices
{
    public static IServiceCollection AddRollout(this IServiceCollection services) =>
        services.AddScoped<RolloutReader>().AddScoped<Authors>().AddScoped<WaveReader>().AddScoped<WaveHistory>().AddSingleton<WaveLocations>().AddSingleton<WaveRegister>()
            .AddScoped<LocationListReader>().AddScoped<LocationReader>().AddScoped<LocationFormReader>().AddScoped<AheadReader>().AddScoped<LocationStory>().AddSingleton<LocationRegister>().AddSingleton<LocationDays>().AddSingleton<Parts>().AddScoped<PartReader>().AddScoped<LocationTimes>().AddSingleton<LocationBatches>()
            .AddSingleton<LocationActs>().AddScoped<LocationActReader>().AddScoped<LocationEffects>().AddScoped<StaffReader>();
}
