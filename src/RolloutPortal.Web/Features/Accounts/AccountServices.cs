using Microsoft.AspNetCore.Identity;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>What signing in and keeping accounts is made of.</summary>
public static class AccountServices
{
    /// <summary>What OWASP asks of PBKDF2 with SHA-512; the framework's own number is half of it.</summary>
    private const int Iterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddSingleton<Passwords>().AddSingleton<AccountRegister>().AddSingleton<AccountDecisions>().AddSingleton<Credentials>().AddSingleton<DemoAccounts>();
        return services.AddSingleton<OneTimeLinks>().AddSingleton<FirstAdministrator>().AddHostedService<FirstAdministratorOffer>();
    }
}
