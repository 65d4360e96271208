using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Photos;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Photos;

public sealed class PuttingPhotosOnATicket(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task Without_JavaScript_they_come_with_the_ticket_and_nothing_of_the_camera_is_left()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get($"/locations/{rollout.NorthA}/tickets/new");

        var sent = await superuser.SendPhotos($"/locations/{rollout.NorthA}/tickets", page, [SendingPhotos.Jpeg()], [.. Log(page), ("NoCitizen", "true")]);
        var receipt = await superuser.Get(sent.Location!);
        var photo = Assert.Single(await superuser.Photos(Guid.Parse(sent.Location!.Split('/')[2])));
        using var picture = await superuser.Client.GetAsync(photo, TestContext.Current.CancellationToken);
        var bytes = await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Fotoet er tilføjet.", receipt.Words, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(picture.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal("inline", picture.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(bytes.AsSpan().IndexOf("Exif"u8) > 0);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("GPS"u8));
    }

    [Fact]
    public async Task Without_the_tick_nothing_is_kept_and_what_was_typed_is()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var (page, before) = (await superuser.Get($"/locations/{rollout.NorthA}/tickets/new"), await portal.CountTickets(rollout.NorthA));

        var answer = await superuser.SendPhotos($"/locations/{rollout.NorthA}/tickets", page, [SendingPhotos.Jpeg()], [.. Log(page)]);
        var id = await portal.Log(rollout.NorthA, portal.Now());
        var later = await superuser.SendPhotos($"/tickets/{id}/photos", await superuser.Get($"/tickets/{id}"), [SendingPhotos.Jpeg()]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (answer.Status, later.Status));
        Assert.Contains("Bekræft, at ingen borger er synlig", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Skærmen er sort", answer.Html.QuerySelector("#WhatHappens")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await portal.CountTickets(rollout.NorthA));
        Assert.Empty(await superuser.Photos(id));
    }

    [Fact]
    public async Task One_that_is_no_photo_is_left_out_with_a_word_and_the_others_and_the_ticket_stand()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var page = await superuser.Get($"/locations/{rollout.NorthA}/tickets/new");

        var sent = await superuser.SendPhotos(
            $"/locations/{rollout.NorthA}/tickets", page, ["<script>alert(1)</script>"u8.ToArray(), SendingPhotos.Jpeg(), SendingPhotos.Jpeg()[..60], new byte[PhotoRules.MostBytes + 1]],
            [.. Log(page), ("NoCitizen", "true")]);
        var receipt = await superuser.Get(sent.Location!);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        foreach (var words in new[] { "Fotoet er tilføjet.", "ikke et foto, som portalen kan vise", "beskadiget", "højst fylde 5 MB" })
            Assert.Contains(words, receipt.Words, StringComparison.Ordinal);
        Assert.Single(await superuser.Photos(Guid.Parse(sent.Location!.Split('/')[2])));
    }

    [Fact]
    public async Task A_form_sent_twice_adds_them_once_and_another_picture_under_its_id_is_another_photo()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "To gange");
        var page = await superuser.Get($"/tickets/{id}");
        (string, string)[] fields = [("NoCitizen", "true"), .. page.Html.QuerySelectorAll("#photo-form input[name=PhotoIds]").Select(input => ("PhotoIds", input.GetAttribute("value")!))];

        foreach (var value in new byte[] { 1, 1, 2 })
            Assert.Equal(HttpStatusCode.SeeOther, (await superuser.SendPhotos($"/tickets/{id}/photos", page, [SendingPhotos.Jpeg(value), SendingPhotos.Jpeg(9)], fields)).Status);

        Assert.Equal(3, (await superuser.Photos(id)).Length);
    }

    [Fact]
    public async Task A_removed_one_is_gone_for_good_and_every_view_says_so()
    {
        var (superuser, support) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Support));
        var id = await superuser.LogTicket(rollout.NorthA, "Fortrudt");
        await support.AddPhotos(id, SendingPhotos.Jpeg(1), SendingPhotos.Jpeg(2));
        var photos = await superuser.Photos(id);

        var removed = await superuser.Submit(await superuser.Get(photos[0] + "/removal"), $"form[action='{photos[0]}/removal']");
        var page = await support.Get($"/tickets/{id}");

        Assert.Equal(HttpStatusCode.SeeOther, removed.Status);
        Assert.Equal([photos[1]], await superuser.Photos(id));
        Assert.Equal("Slettet", page.Html.QuerySelector(".photo-gone")!.TextContent);
        Assert.Contains("Foto slettet", page.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await support.Get(photos[0])).Status, (await support.Get(photos[0] + "/small")).Status));
        Assert.Equal(1, await portal.Services.GetRequiredService<NpgsqlDataSource>().Scalar<long>(
            "select count(*) from photo where ticket_id = $1 and bytes is null and small is null and removed_at is not null", TestContext.Current.CancellationToken, id));
        Assert.Empty(await new LogCheck(portal.Services.GetRequiredService<EventStore.Store>()).Run(ct: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_sees_the_ticket_sees_them_and_a_colleague_does_not_remove_them()
    {
        var (superuser, colleague, stranger) = (await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Superuser, rollout.NorthA), await portal.SignIn(Role.Superuser, rollout.SouthA));
        var (id, own) = (await superuser.LogTicket(rollout.NorthA, "Min"), await stranger.LogTicket(rollout.SouthA, "Vores"));
        await superuser.AddPhotos(id, SendingPhotos.Jpeg());
        var photo = (await superuser.Photos(id))[0];

        Assert.Equal(HttpStatusCode.OK, (await colleague.Get(photo)).Status);
        Assert.Null((await colleague.Get($"/tickets/{id}")).Html.QuerySelector($"a[href='{photo}/removal']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Post(photo + "/removal", from: $"/tickets/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(photo)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(photo.Replace($"{id}", $"{own}", StringComparison.Ordinal))).Status);
        var form = await stranger.Get($"/tickets/{own}");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendPhotos($"/tickets/{id}/photos", form, [SendingPhotos.Jpeg()], ("NoCitizen", "true"))).Status);
    }

    [Fact]
    public async Task A_browser_that_has_it_is_told_that_it_is_the_same()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Igen");
        await superuser.AddPhotos(id, SendingPhotos.Jpeg());
        var photo = (await superuser.Photos(id))[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, photo);
        request.Headers.TryAddWithoutValidation("If-None-Match", (await superuser.Get(photo)).Headers["ETag"]);

        using var answer = await superuser.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_named_after_a_person_is_stopped_and_its_name_stands_nowhere()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Navngivet");

        // Synthetic: the checksum's own example from the rules of Swedish numbers.
        var sent = await superuser.SendPhotos($"/tickets/{id}/photos", await superuser.Get($"/tickets/{id}"), [SendingPhotos.Jpeg()], ("NoCitizen", "true"), (SendingPhotos.FileName, "640823-3234.jpg"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.DoesNotContain("640823-3234", sent.Text, StringComparison.Ordinal);
        Assert.Empty(await superuser.Photos(id));
    }

    [Fact]
    public async Task There_is_room_for_eight()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Mange");
        foreach (var first in new byte[] { 10, 20, 30 })
            await superuser.AddPhotos(id, [.. Enumerable.Range(first, 3).Select(value => SendingPhotos.Jpeg((byte)value))]);

        Assert.Equal(PhotoRules.MostOnATicket, (await superuser.Photos(id)).Length);
        Assert.Contains("Der er plads til 8 fotos.", (await superuser.Get((await superuser.AddPhotos(id, SendingPhotos.Jpeg(99))).Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_brings_four_and_who_sends_more_is_told_that()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var id = await superuser.LogTicket(rollout.NorthA, "Fem på en gang");

        var told = await superuser.Get((await superuser.AddPhotos(id, [.. Enumerable.Range(40, PhotoRules.MostAtOnce + 1).Select(value => SendingPhotos.Jpeg((byte)value))])).Location!);

        Assert.Contains($"Du kan sende {PhotoRules.MostAtOnce} fotos ad gangen.", told.Words, StringComparison.Ordinal);
        Assert.Equal(PhotoRules.MostAtOnce, (await superuser.Photos(id)).Length);
    }

    private static IEnumerable<(string, string)> Log(Answer page) =>
    [
        ("TicketId", page.Html.QuerySelector("input[name=TicketId]")!.GetAttribute("value")!), ("WhatHappens", "Skærmen er sort"), ("Impact", "Team"), ("Urgency", "WorkaroundOk"), ("Kind", "Fault"),
    ];
}
