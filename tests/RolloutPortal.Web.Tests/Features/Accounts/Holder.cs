using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>Somebody who has an account with a password.</summary>
internal sealed record Holder(Guid Id, string Name, string Email, string Password)
{
    public static Holder Nobody { get; } = new(Guid.Empty, "", "", "");

    public static Holder New(string? email = null) =>
        new(Guid.CreateVersion7(), "Åse Ærlig-Møller", email ?? Fresh.Email(), "hest batteri hæfteklamme");

    public NewAccount Account(params Grant[] grants) => new(Id, Name, Email, Password, grants);

    public static Task<Holder> Open(Portal portal, params Grant[] grants) => Open(portal.Services, New(), grants);

    public static Task<Holder> Open(Portal portal, string email) => Open(portal.Services, New(email));

    public static async Task<Holder> Open(IServiceProvider services, Holder who, params Grant[] grants)
    {
        Assert.Null(await services.GetRequiredService<AccountRegister>().Open(who.Account(grants)));
        return who;
    }

    /// <summary>Types address and password into the form of the sign-in page.</summary>
    public async Task<Answer> SignIn(Browser browser, string page = "/sign-in", bool remember = true) => await browser.Submit(
        await browser.Get(page), "form[action='/sign-in']", ("Email", Email), ("Password", Password), ("Remember", remember ? "true" : "false"));
}
