using RolloutPortal.Web.Features.Employees.Register;

namespace RolloutPortal.Web.Features.Employees;

/// <summary>What keeping people is made of.</summary>
public static class EmployeeServices
{
    public static IServiceCollection AddEmployees(this IServiceCollection services) =>
        services.AddSingleton<EmployeeRegister>().AddSingleton<EmployeeReversal>();
}
