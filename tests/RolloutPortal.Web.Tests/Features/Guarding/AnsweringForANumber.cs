using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>A doubtful number is asked about, and somebody answers for it.</summary>
public sealed class AnsweringForANumber(Portal portal) : InTheYear2058(portal)
{
    [Fact]
    public async Task A_doubtful_one_is_asked_about_once_and_kept_when_somebody_says_so()
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);
        var before = await Portal.CountTickets(Rollout.NorthA);
        var asked = await Log(superuser, $"Sag {Doubtful} står stille");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (asked.Status, await Portal.CountTickets(Rollout.NorthA)));

        var kept = await superuser.Submit(asked, "#stopped", (GuardAnswers.Field, Offer(asked)));

        Assert.Equal(HttpStatusCode.SeeOther, kept.Status);
        var ticket = Guid.Parse(kept.Location!.Split('/')[2]);
        Assert.Equal(1, await Source.Scalar<long>("select count(*) from doubtful_text where stream_id = $1", TestContext.Current.CancellationToken, ticket));
        Assert.True(await Source.Scalar<long>("select count(*) from person_number_stop where outcome = 'Kept' and field = 'WhatHappens' and role = 'Superuser'") > 0);
    }

    [Fact]
    public async Task The_answer_holds_for_that_text_alone()
    {
        var (superuser, other) = (await Portal.SignIn(Role.Superuser, Rollout.NorthA), await Portal.SignIn(Role.Superuser, Rollout.NorthA));
        var answer = Offer(await Log(superuser, $"Sag {Doubtful} står stille"));

        var changed = await Log(superuser, $"Sag {Doubtful} står stille!", (GuardAnswers.Field, answer));
        var anothers = await Log(other, $"Sag {Doubtful} står stille", (GuardAnswers.Field, answer));
        var certain = await Log(superuser, $"Sag {Certain} står stille", (GuardAnswers.Field, answer));
        var forged = await Log(superuser, $"Sag {Doubtful} står stille", (GuardAnswers.Field, "true"));

        Assert.All([changed, anothers, certain, forged], refused => Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status));
    }

    [Fact]
    public async Task The_answer_stays_with_a_form_that_comes_back_for_another_reason()
    {
        var superuser = await Portal.SignIn(Role.Superuser, Rollout.NorthA);
        var answer = Offer(await Log(superuser, $"Sag {Doubtful}"));

        var incomplete = await Log(superuser, $"Sag {Doubtful}", (GuardAnswers.Field, answer), ("Impact", ""));
        var sent = await superuser.Submit(incomplete, "#log-ticket", ("Impact", "Team"), ("Urgency", "WorkaroundOk"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (incomplete.Status, sent.Status));
    }

    private static string Offer(Answer answer) => answer.Html.QuerySelector($"input[type=checkbox][name={GuardAnswers.Field}]")!.GetAttribute("value")!;
}
