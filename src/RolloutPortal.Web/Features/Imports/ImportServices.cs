using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Kinds;
using RolloutPortal.Web.Features.Imports.Templates;
using RolloutPortal.Web.Features.Imports.Waiting;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>What importing is made of. Another kind of file is an <see cref="IImportKind"/> more, with its words and its template.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IImportKind, LocationsKind>().AddSingleton<IImportKind, EmployeesKind>().AddSingleton<LocationReversal>()
        .AddSingleton<Importer>().AddSingleton<StoppedCells>().AddSingleton<ImportTemplates>().AddSingleton<ImportWords>()
        .AddSingleton<ImportDesk>().AddSingleton<ImportLines>().AddSingleton<ImportAnswers>().AddSingleton<ImportMappings>()
        .AddSingleton<ImportEndings>().AddSingleton<EndedImports>().AddSingleton<ImportReversals>().AddSingleton<IKeepsPeople, ForgottenPeople>()
        .AddSingleton<ImportUploads>().AddSingleton<ImportHold>().AddSingleton<ImportWork>()
        .AddSingleton<ImportRunner>().AddHostedService(s => s.GetRequiredService<ImportRunner>())
        .AddScoped<ImportsReader>();
}
