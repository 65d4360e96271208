using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Features.Employees.OnePerson;
using RolloutPortal.Web.Features.Employees.Register;

namespace RolloutPortal.Web.Features.Employees;

/// <summary>What keeping people is made of.</summary>
public static class EmployeeServices
{
    public static IServiceCollection AddEmployees(this IServiceCollection services)
    {
        services.AddSingleton<EmployeeRegister>().AddSingleton<EmployeeReversal>().AddSingleton<EmployeeDesk>().AddSingleton<Workplaces>().AddSingleton<KnownPeriods>();
        services.AddSingleton<EmployeeErasure>().AddSingleton<ErasableEmployees>();
        return services.AddScoped<EmployeeReader>().AddScoped<EmployeeCounts>().AddScoped<EmployeePageReader>().AddScoped<EmployeeHistory>().AddScoped<EmployeeAccounts>();
    }
}
