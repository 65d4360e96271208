using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Kinds;
using RolloutPortal.Web.Features.Imports.Templates;
using RolloutPortal.Web.Features.Imports.Waiting;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>What importing is made of. Another kind of file is one more line here.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IImportKind, LocationsKind>().AddSingleton<IImportKind, EmployeesKind>().AddSingleton<LocationReversal>()
        .AddSingleton<Importer>().AddSingleton<StoppedCells>().AddSingleton<ImportWords>().AddSingleton<ImportTemplates>().AddSingleton<ImportLines>().AddSingleton<ImportDesk>().AddSingleton<EndedImports>().AddSingleton<ImportUploads>().AddSingleton<ImportReversals>().AddSingleton<ImportMappings>().AddSingleton<IKeepsPeople, ForgottenPeople>().AddScoped<ImportsReader>()
        .AddSingleton<ImportHold>().AddSingleton<ImportRunner>().AddHostedService(s => s.GetRequiredService<ImportRunner>());
}
