using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.First;

/// <summary>How a portal without any account gets its first: by a link of one hour and one use, for whoever can read the server's output.</summary>
public sealed class FirstAdministrator(NpgsqlDataSource source, Settings settings, OneTimeLinks links, AccountRegister register)
{
    private const string Purpose = "first-administrator";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);


    /// <summary>Neither people nor a demo scenario.</summary>
    public async Task<bool> IsWanted(CancellationToken ct = default) =>
        await settings.Get(Settings.DemoScenario, ct) is null
        && !await source.Scalar<bool>("select exists (select from account)", ct);

    /// <returns>The address of the page, within the portal.</returns>
    public async Task<string> NewLink(CancellationToken ct = default) => $"/{Purpose}/{await links.Create(Purpose, Lifetime, ct)}";

    public async Task<bool> IsGood(string token, CancellationToken ct = default) =>
        await IsWanted(ct) && await links.IsGood(Purpose, token, ct);

    /// <summary>Of several at once one wins, whatever link each of them has.</summary>
    public Task<Refusal?> Open(Guid accountId, FirstAdministratorForm form, string token, string language, CancellationToken ct = default)
    {
        var isFirst = new Reserve(new Claim(Purpose, "", accountId), new Refusal(AccountRefusals.AlreadyFounded));
        return register.Open(
            new NewAccount(accountId, form.Name!, form.Email!, form.Password, [Grant.Everything], language),
            new Together { Claims = [isFirst], SideWrites = [links.Use(token)] }, ct);
    }
}
