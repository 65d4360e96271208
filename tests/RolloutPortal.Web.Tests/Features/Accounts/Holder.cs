using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>Somebody with a password.</summary>
internal sealed record Holder(Guid Id, string Name, string Email, string Password)
{
    public static Holder New() => new(Guid.CreateVersion7(), "Åse Ærlig-Møller", $"{Guid.NewGuid():N}@eksempel.dk", "hest batteri hæfteklamme");

    public static async Task<Holder> Open(Portal portal, params Grant[] grants)
    {
        var who = New();
        var register = portal.Services.GetRequiredService<AccountRegister>();
        Assert.Null(await register.Open(new NewAccount(who.Id, who.Name, who.Email, who.Password, grants)));
        return who;
    }
}
