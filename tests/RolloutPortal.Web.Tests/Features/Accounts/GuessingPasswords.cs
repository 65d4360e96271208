using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class GuessingPasswords(Portal portal) : IClassFixture<Portal>, IDisposable
{
    private const string Wrong = "ikke den rigtige";

    private readonly MovableTime time = new();

    // As strong as the portal's, and quicker to try a hundred times.
    private readonly Passwords passwords = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

    private Credentials Credentials => new(portal.Services.GetRequiredService<NpgsqlDataSource>(), passwords, time);

    public void Dispose() => passwords.Dispose();

    [Fact]
    public async Task Four_wrong_ones_cost_nothing()
    {
        var who = await Open();

        await Fail(who, times: 4);

        Assert.Equal(who.Id, await Credentials.Check(who.Email, who.Password));
    }

    [Fact]
    public async Task The_right_one_starts_the_count_again()
    {
        var who = await Open();

        for (var i = 0; i < 3; i++)
        {
            await Fail(who, times: 4);
            Assert.NotNull(await Credentials.Check(who.Email, who.Password));
        }
    }

    [Fact]
    public async Task Five_wrong_ones_close_the_account_for_five_minutes()
    {
        var who = await Open();

        await Fail(who, times: 5);

        Assert.Null(await Credentials.Check(who.Email, who.Password));
        time.Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Null(await Credentials.Check(who.Email, who.Password));
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(who.Id, await Credentials.Check(who.Email, who.Password));
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_all_counted()
    {
        var who = await Open();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Credentials.Check(who.Email, Wrong)));

        Assert.Null(await Credentials.Check(who.Email, who.Password));
    }

    [Fact]
    public async Task Whoever_goes_on_failing_keeps_nobody_out_for_longer_than_five_minutes()
    {
        var who = await Open();
        var (longest, since) = (TimeSpan.Zero, time.GetUtcNow());

        for (var minute = 0; minute < 120; minute++)
        {
            await Fail(who, times: 6);
            if (await Credentials.Check(who.Email, who.Password) is not null) since = time.GetUtcNow();
            longest = longest < time.GetUtcNow() - since ? time.GetUtcNow() - since : longest;
            time.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(longest, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_session_goes_on_while_the_account_is_closed()
    {
        var who = await Open();
        var browser = portal.Anonymous();
        await who.SignIn(browser);

        await Fail(who, times: 6);

        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).Status);
    }

    [Fact]
    public async Task An_account_without_a_password_has_none_that_fits()
    {
        var who = Holder.New();
        Assert.Null(await Register().Open(who.Account() with { Password = null }));

        Assert.Null(await Credentials.Check(who.Email, ""));
        Assert.Null(await Credentials.Check(who.Email, who.Password));
    }

    [Fact]
    public async Task Whoever_is_signed_in_may_not_guess_without_end_either()
    {
        var browser = await portal.SignIn(RolloutPortal.Domain.Accounts.Role.Reader);
        var page = await browser.Get("/me/password");

        var answers = new List<Answer>();
        for (var i = 0; i < 6; i++)
            answers.Add(await browser.Submit(page, "form[action='/me/password']", ("Current", Wrong), ("Chosen", "ny lang adgangskode"), ("Repeated", "ny lang adgangskode")));

        Assert.All(answers[..5], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (answers[5].Status, answers[5].Headers.ContainsKey("Retry-After")));
    }

    [Fact]
    public async Task A_crowd_at_the_door_waits_in_a_short_queue_and_the_rest_is_sent_away()
    {
        var turns = Enumerable.Range(0, 100 * Environment.ProcessorCount).Select(_ => passwords.Turn()).ToList();

        Assert.InRange(turns.Count(turn => turn.IsCompletedSuccessfully), 1, Math.Max(1, Environment.ProcessorCount - 1));
        Assert.Contains(turns, turn => !turn.IsCompleted);
        await Assert.ThrowsAsync<TooManyAtOnceException>(() => turns[^1]);
        await Assert.ThrowsAsync<TooManyAtOnceException>(() => Credentials.Check("ingen@eksempel.dk", Wrong));
        foreach (var turn in turns.Where(turn => !turn.IsFaulted))
            (await turn).Dispose();
        Assert.Null(await Credentials.Check("ingen@eksempel.dk", Wrong));
    }

    [Theory]
    [InlineData("a\uFFFE@eksempel.dk", "hest batteri hæfteklamme")]
    [InlineData("a@eksempel.dk", "hest\uFFFEbatteri")]
    [InlineData("a\uFFFE@eksempel.dk", "\uFFFF")]
    public async Task What_is_no_letter_at_all_is_wrong_like_anything_else(string email, string password) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (Holder.Nobody with { Email = email, Password = password }).SignIn(portal.Anonymous())).Status);

    private AccountRegister Register() => ActivatorUtilities.CreateInstance<AccountRegister>(portal.Services, passwords);

    private async Task<Holder> Open()
    {
        var who = Holder.New();
        Assert.Null(await Register().Open(who.Account()));
        return who;
    }

    private async Task Fail(Holder who, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Null(await Credentials.Check(who.Email, Wrong));
    }
}
