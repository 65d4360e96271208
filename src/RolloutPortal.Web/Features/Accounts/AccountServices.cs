using Microsoft.AspNetCore.Identity;
using RolloutPortal.Web.Features.Accounts.Desk;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Accounts.Desk.Inviting;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Accounts.Entry;
using RolloutPortal.Web.Features.Accounts.Erasing;
using RolloutPortal.Web.Features.Accounts.First;
using RolloutPortal.Web.Features.Accounts.Mine;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>What signing in and keeping accounts is made of.</summary>
public static class AccountServices
{
    /// <summary>What OWASP asks of PBKDF2 with SHA-512; the framework's own number is half of it.</summary>
    private const int Iterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddSingleton<Passwords>().AddSingleton<AccountRegister>().AddSingleton<AccountDecisions>().AddSingleton<Credentials>().AddSingleton<KnownDevices>().AddSingleton<MyDevices>().AddSingleton<DemoAccounts>();
        services.AddSingleton<Scopes>().AddSingleton<GrantWords>().AddSingleton<AccountLines>().AddSingleton<AccountFacts>().AddSingleton<AccountHistory>()
            .AddSingleton<EmployeeSearch>().AddSingleton<EmployeeLinks>().AddSingleton<FollowEmployees>().AddHostedService<FollowEmployeesJob>()
            .AddSingleton<LetterWriter>().AddScoped<Invitations>().AddScoped<InviteRoles>().AddScoped<AccountDesk>();
        return services.AddSingleton<AccountErasure>().AddSingleton<OneTimeLinks>().AddSingleton<AccountEntry>().AddSingleton<EntryLanguage>().AddSingleton<FirstAdministrator>().AddHostedService<FirstAdministratorOffer>();
    }
}
