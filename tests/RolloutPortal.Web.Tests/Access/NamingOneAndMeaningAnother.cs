using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>A form whose fields are called as the address's parts: rights are judged by the address, so what is acted on is the address's too.</summary>
public sealed class NamingOneAndMeaningAnother(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public void Whatever_an_address_names_is_read_from_the_address_alone()
    {
        var wrong = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (endpoint.RoutePattern, Action: endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()))
            .Where(one => one.Action is not null)
            .SelectMany(one => one.Action!.Parameters.Where(parameter => one.RoutePattern.GetParameter(parameter.Name) is not null && parameter.BindingInfo?.BindingSource != BindingSource.Path)
                .Select(parameter => $"{one.RoutePattern.RawText}: {parameter.Name}"))
            .ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nothing_is_written_at_a_neighbours()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var (own, other) = (await superuser.LogTicket(rollout.NorthA, "Min egen"), await portal.Log(rollout.SouthA, portal.Now(), words: "Naboens"));
        var before = await portal.CountTickets(rollout.SouthA);

        await superuser.Post($"/tickets/{own}/comments", [new("ticketId", $"{other}"), new("words", "Skrevet hos mig"), new("textId", $"{Guid.CreateVersion7()}")], from: $"/tickets/{own}");
        await superuser.Post(
            $"/locations/{rollout.NorthA}/tickets",
            [new("locationId", $"{rollout.SouthA}"), new("WhatHappens", "Hos mig"), new("Impact", "Team"), new("Urgency", "WorkaroundOk"), new("Kind", "Fault")],
            from: $"/locations/{rollout.NorthA}/tickets/new");

        Assert.Contains("Skrevet hos mig", (await superuser.Get($"/tickets/{own}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Skrevet hos mig", (await (await portal.SignIn(Role.Support)).Get($"/tickets/{other}")).Words, StringComparison.Ordinal);
        Assert.Equal(before, await portal.CountTickets(rollout.SouthA));
    }

    [Fact]
    public async Task Nobody_elsewhere_is_erased()
    {
        var (own, other) = (await rollout.Employ(rollout.NorthA, "Egen Person"), await rollout.Employ(rollout.SouthA, "Blivende Person"));
        var administrator = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.NorthA));
        var question = await administrator.Get($"/employees/{own}/erasure");

        var elsewhere = await administrator.Post($"/employees/{other}/erasure", [new("Form.Confirmed", "true")], from: $"/employees/{own}/erasure");
        var here = await administrator.Submit(question, "form[action$='/erasure']", ("Form.Confirmed", "true"), ("employeeId", $"{other}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (elsewhere.Status, here.Status));
        var all = await portal.SignIn(Role.Administrator);
        Assert.Contains("Blivende Person", (await all.Get($"/employees/{other}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Egen Person", (await all.Get($"/employees/{own}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_place_elsewhere_is_renamed()
    {
        var (own, other) = ($"/locations/{rollout.NorthA}/description", $"/locations/{rollout.SouthA}/description");
        var before = await NameOf(rollout.SouthA);
        var here = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.NorthA));
        var there = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Location, rollout.SouthA));
        var theirs = (await there.Get(other)).Fields("#location-form", ("Form.Name", "Overtaget")).Where(field => field.Key != "__RequestVerificationToken").ToList();

        Assert.Equal(HttpStatusCode.NotFound, (await here.Post(other, theirs, from: own)).Status);
        var named = await here.Submit(await here.Get(own), "#location-form", ("Form.Name", "Eget navn"), ("locationId", $"{rollout.SouthA}"), ("Form.LocationId", $"{rollout.SouthA}"));

        Assert.Equal((HttpStatusCode.SeeOther, "Eget navn", before), (named.Status, await NameOf(rollout.NorthA), await NameOf(rollout.SouthA)));
        Assert.Equal(HttpStatusCode.SeeOther, (await there.Post(other, theirs)).Status);
        Assert.Equal("Overtaget", await NameOf(rollout.SouthA));
    }

    [Fact]
    public async Task Whoever_only_reads_sends_no_form()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/locations/{rollout.NorthA}/hypercare")
        {
            Content = new FormUrlEncodedContent([new("locationId", $"{rollout.SouthA}")]),
        };

        Assert.Equal(HttpStatusCode.BadRequest, (await superuser.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<string> NameOf(Guid location) =>
        (await portal.Services.GetRequiredService<ReadTables>().Get<LocationRow>(location, TestContext.Current.CancellationToken))!.Name;
}
