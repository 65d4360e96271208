using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

/// <summary>Where somebody is signed in: what each device is called, and how it is signed out.</summary>
public sealed class KeepingDevices(Server server) : OnSeveralDevices(server)
{
    [Theory]
    [InlineData(Phone, "iPhone · Safari")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0", "Windows · Edge")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36", "Android · Samsung Internet")]
    [InlineData("curl/8.0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_device_is_called_what_its_owner_calls_it(string? userAgent, string? name) => Assert.Equal(name, DeviceName.Of(userAgent));

    [Fact]
    public async Task One_is_signed_out_and_the_others_stay()
    {
        var (desk, phone) = (await SignedIn(), await SignedIn(Phone));

        var page = await desk.Get("/me");
        Assert.Contains("iPhone · Safari", page.Words, StringComparison.Ordinal);
        await desk.Submit(page, "form[action^='/me/sessions/'][action*='-']");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/me")).Status);
    }

    [Fact]
    public async Task All_others_are_signed_out_at_once()
    {
        var (desk, phone, tablet) = (await SignedIn(), await SignedIn(Phone), await SignedIn());

        await desk.Submit(await desk.Get("/me"), "form[action='/me/sessions/removal']");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/me")).Status);
    }

    [Fact]
    public async Task Nobody_signs_out_a_device_of_somebody_else()
    {
        var (desk, other) = (await SignedIn(), Visitor(Here));
        await (await Holder.Open(Here.Services, Holder.New(), Grant.Everything)).SignIn(other);
        var session = await Source.Scalar<Guid>("select id from account_session where account_id = $1", default, Who.Id);

        await other.Post($"/me/sessions/{session}/removal", from: "/me");

        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/me")).Status);
    }

    [Fact]
    public async Task An_administrator_signs_all_devices_of_an_account_out()
    {
        var (phone, administrator) = (await SignedIn(Phone), Visitor(Here));
        await (await Holder.Open(Here.Services, Holder.New(), Grant.Everything)).SignIn(administrator);

        await administrator.Submit(await administrator.Get($"/accounts/{Who.Id}"), "form[action$='/sessions/removal']");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/me")).Status);
    }

    [Fact]
    public async Task That_it_was_here_is_written_once_in_ten_minutes()
    {
        var phone = await SignedIn(Phone);
        await phone.Get("/me");
        var first = await LastSeen();

        for (var i = 0; i < 5; i++) await phone.Get("/me");
        Assert.Equal(first, await LastSeen());
        Time.Pass(Sightings.Grain + TimeSpan.FromSeconds(1));
        await phone.Get("/me");

        Assert.True(await LastSeen() - first >= Sightings.Grain);
    }

    private NpgsqlDataSource Source => Here.Services.GetRequiredService<NpgsqlDataSource>();

    private Task<DateTime> LastSeen() => Source.Scalar<DateTime>("select last_seen_at from account where id = $1", default, Who.Id);
}
