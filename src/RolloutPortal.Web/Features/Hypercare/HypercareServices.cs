using RolloutPortal.Web.Features.Hypercare.Acts;
using RolloutPortal.Web.Features.Hypercare.Boards;
using RolloutPortal.Web.Features.Hypercare.Bulk;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Hypercare.OneTicket;
using RolloutPortal.Web.Features.Hypercare.Photos;

namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>What hypercare's controllers are given.</summary>
public static class HypercareServices
{
    public static IServiceCollection AddHypercare(this IServiceCollection services) => services
        .AddSingleton<CareLocations>().AddSingleton<TicketLogging>().AddSingleton<SimilarTickets>().AddSingleton<TicketLines>().AddSingleton<BoardCounts>().AddSingleton<PhotoStore>().AddSingleton<TicketPhotos>()
        .AddSingleton<Assignees>().AddScoped<BulkActs>().AddScoped<LogTicketReader>().AddScoped<TicketReader>().AddScoped<CorrectionReader>().AddScoped<TicketListReader>().AddScoped<BoardReader>();
}
