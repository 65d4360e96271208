using System.Net;
using AngleSharp.Html.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>A certain number is refused, wherever somebody writes it.</summary>
public sealed class WritingAPersonNumber(Portal portal) : InTheYear2058(portal)
{
    [Fact]
    public async Task A_certain_one_is_refused_masked_and_all_that_was_typed_is_kept()
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);
        var words = $"Borgeren {Certain} kan ikke findes";

        var answer = await Log(superuser, words);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("3112**-****", answer.Words, StringComparison.Ordinal);
        Assert.Equal(words, Assert.IsAssignableFrom<IHtmlTextAreaElement>(answer.Html.QuerySelector("textarea[name=WhatHappens]")).Value);
        Assert.Null(answer.Html.QuerySelector($"input[name={GuardAnswers.Field}]"));

        var mended = await superuser.Submit(answer, "#stopped", ("WhatHappens", "Borgeren kan ikke findes"));
        Assert.Equal(HttpStatusCode.SeeOther, mended.Status);
    }

    [Theory]
    [InlineData("31125\u000175005")]
    [InlineData("31125\u007F75005")]
    [InlineData("31125\u202A\u202B\u202C\u202D\u202E75005")]
    [InlineData("311257\r\n\r\n5005")]
    public async Task What_is_not_stored_of_it_does_not_hide_it(string hidden)
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);
        Assert.NotNull(PersonNumbers.Worst(Texts.Clean(hidden), FarAhead.Day));

        var answer = await Log(superuser, hidden);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("3112**-****", answer.Words, StringComparison.Ordinal);
    }

    /// <summary>Every text of the portal goes through <see cref="Texts.Clean"/>.</summary>
    [Fact]
    public void Whatever_is_stored_was_seen_before()
    {
        string[] signs = ["\0", "\u0001", "\u000B", "\f", "\u001F", "\u007F", "\u0085", "\u202A", "\u202E", "\u2066", "\u200B", "\u00AD", "\uFEFF", "\r", "\n", "\r\n", " ", "-", ","];
        string[] numbers = [Certain, "3112575005", Doubtful, "571231-T223", "cpr 3112575006", "31 12 57 5005", "3 1 1 2 5 7 5 0 0 5"];
        var chance = new Random(2058);
        for (var i = 0; i < 20_000; i++)
        {
            var typed = numbers[i % numbers.Length];
            for (var times = chance.Next(1, 8); times > 0; times--) typed = typed.Insert(chance.Next(typed.Length + 1), signs[chance.Next(signs.Length)]);
            Assert.True(Certainty(Texts.Clean(typed)) <= Certainty(typed), string.Join(' ', typed.Select(sign => $"{(int)sign:X4}")));
        }

        static int Certainty(string text) => PersonNumbers.Worst(text, FarAhead.Day) is { } finding ? (int)finding.Certainty : -1;
    }

    [Fact]
    public async Task To_htmx_it_is_told_beside_the_field_that_still_holds_it()
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);

        var answer = await superuser.Post(
            $"/locations/{Rollout.NorthA}/tickets", [new("WhatHappens", Certain), new("Impact", "Team"), new("Urgency", "WorkaroundOk")],
            from: $"/locations/{Rollout.NorthA}/tickets/new", htmx: true);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "none"), (answer.Status, answer.Headers["HX-Reswap"]));
        Assert.Contains("data-guard=\"WhatHappens\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("3112**-****", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Certain, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_for_one_is_refused_and_can_be_mended()
    {
        var support = await Portal.SignIn(Role.Support);

        var answer = await support.Get($"/programmes/{Rollout.Programme}/tickets?q={Certain}&status=Open");
        var doubtful = await support.Get($"/programmes/{Rollout.Programme}/tickets?q={Doubtful}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (answer.Status, doubtful.Status));
        Assert.Equal("get", answer.Html.QuerySelector("#stopped")!.GetAttribute("method"));
        Assert.NotNull(answer.Html.QuerySelector("#stopped input[name=status][value=Open]"));
    }

    [Fact]
    public async Task While_somebody_types_a_certain_one_is_told_and_a_doubtful_one_not()
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);
        var counted = await Counted();

        var certain = await Similar(Certain);
        var doubtful = await Similar(Doubtful);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (certain.Status, doubtful.Status));
        Assert.Equal(counted, await Counted());

        Task<Answer> Similar(string words) => superuser.Post(
            $"/locations/{Rollout.NorthA}/tickets/similar", [new("WhatHappens", words)], from: $"/locations/{Rollout.NorthA}/tickets/new", htmx: true);
    }

    [Theory]
    [InlineData("da", "er et personnummer")]
    [InlineData("sv", "är ett personnummer")]
    [InlineData("en", "is a person number")]
    public async Task It_is_said_in_the_readers_language(string language, string said)
    {
        var visitor = Portal.Anonymous(language);

        var answer = await visitor.Post("/sign-in", [new("Email", $"{Certain}@kk.dk"), new("Password", "Mit hemmelige ord")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Mit hemmelige ord", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Html.QuerySelector("input[type=password][name=Password]"));
    }

    [Fact]
    public async Task What_is_counted_says_nothing_of_the_text()
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);
        await Log(superuser, Certain);
        await superuser.Post($"/tickets/{Guid.NewGuid()}/comments", [new(Certain, "x")], from: "/me");

        var fields = await Source.Rows("select distinct field from person_number_stop", row => row.GetString(0), TestContext.Current.CancellationToken);

        Assert.All(fields, field => Assert.DoesNotContain(field, char.IsDigit));
    }

    private Task<long> Counted() => Source.Scalar<long>("select count(*) from person_number_stop");
}
