using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Hypercare.Boards;
using RolloutPortal.Web.Features.Hypercare.Bulk;
using RolloutPortal.Web.Features.Hypercare.Filters;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Hypercare.OneTicket;
using RolloutPortal.Web.Features.Hypercare.OneTicket.Correcting;
using RolloutPortal.Web.Features.Hypercare.Photos;
using RolloutPortal.Web.Features.Hypercare.Search;

namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>What hypercare's controllers are given.</summary>
public static class HypercareServices
{
    public static IServiceCollection AddHypercare(this IServiceCollection services) => services
        .AddSingleton<CareLocations>().AddSingleton<TicketLogging>().AddSingleton<SimilarTickets>().AddSingleton<TicketLines>().AddSingleton<CauseNames>().AddSingleton<TicketSearch>().AddSingleton<NewestHits>().AddSingleton<Suggestions>().AddSingleton<TicketHits>()
        .AddSingleton<BoardCounts>().AddSingleton<PhotoStore>().AddSingleton<TicketPhotos>()
        .AddSingleton<Assignees>().AddScoped<BulkActs>().AddScoped<LogTicketReader>().AddScoped<TicketReader>().AddScoped<CorrectionReader>().AddScoped<TicketAsking>().AddScoped<TicketListReader>()
        .AddScoped<TicketFiles>().AddScoped<SavedFilters>().AddScoped<FilterContents>().AddSingleton<FilterPlaces>().AddSingleton<IKeepsPeople, ForgottenInFilters>().AddScoped<BoardReader>();
}
