using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Tests.Programmes;

public sealed class KeepingPartsByDays
{
    private static readonly DateOnly March = new(2022, 3, 1);
    private static readonly DateOnly June = new(2022, 6, 1);

    private readonly Guid id = Guid.NewGuid();
    private readonly Guid other = Guid.NewGuid();

    public static TheoryData<PartKind> Kinds => [PartKind.Area, PartKind.Provider];

    [Theory, MemberData(nameof(Kinds))]
    public void A_name_holds_from_its_day_until_the_next_is_known(PartKind kind)
    {
        var programme = Named(kind).After(p => p.Rename(kind, id, "Juni", June)).After(p => p.Rename(kind, id, "Marts", March));
        var days = programme.Parts(kind).Of(id)!;

        Assert.Equal(["Nord", "Marts", "Juni"], new[] { March.AddDays(-1), March, June }.Select(days.On));
        Assert.Equal([(NameDays.Always, (DateOnly?)March), (March, June), (June, null)], days.Periods().Select(period => (period.From, period.To)));
        Assert.Equal(id, programme.Parts(kind).IdOf("MARTS", June.AddDays(-1)));
        Assert.Null(programme.Parts(kind).IdOf("Marts", June));
        programme.Rename(kind, id, "Marts", March.AddDays(7)).IsNothing();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Without_a_day_the_first_name_is_put_right_and_later_ones_stay(PartKind kind)
    {
        var days = Named(kind).After(p => p.Rename(kind, id, "Juni", June)).After(p => p.Rename(kind, id, "Nørd", from: null)).Parts(kind).Of(id)!;

        Assert.Equal(["Nørd", "Juni"], days.Periods().Select(period => period.Name));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Two_share_no_name_on_the_same_day_and_may_share_it_on_different_ones(PartKind kind)
    {
        var programme = Named(kind).After(p => p.Add(kind, other, "Syd")).After(p => p.Rename(kind, id, "Nordvest", March));

        programme.Rename(kind, other, "nord", March.AddDays(-1)).IsRefused(Taken(kind), "nord");
        var both = programme.After(p => p.Rename(kind, other, "Nord", March));
        Assert.Equal((id, other), (both.Parts(kind).IdOf("Nord", March.AddDays(-1)), both.Parts(kind).IdOf("Nord", March)));
        both.WithdrawName(kind, id, March).IsRefused(Taken(kind), "Nord");
        programme.Add(kind, Guid.NewGuid(), "Nord").IsRefused(Taken(kind), "Nord");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_planned_name_is_taken_back(PartKind kind)
    {
        var programme = Named(kind).After(p => p.Rename(kind, id, "Marts", March)).After(p => p.WithdrawName(kind, id, March));

        Assert.Equal("Nord", Assert.Single(programme.Parts(kind).Of(id)!.Periods()).Name);
        programme.WithdrawName(kind, id, March).IsNothing();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Closed_it_frees_its_name_and_goes_on_only_while_nobody_has_it(PartKind kind)
    {
        var programme = Named(kind).After(p => p.Add(kind, other, "Syd")).After(p => p.Close(kind, id, March));
        var (days, renamed) = (programme.Parts(kind).Of(id)!, programme.After(p => p.Rename(kind, other, "Nord", June)));

        Assert.Equal((true, false), (days.IsThere(March.AddDays(-1)), days.IsThere(March)));
        programme.Close(kind, id, March).IsNothing();
        programme.Close(kind, id, June).IsRefused(PartRefusals.Closed, March);
        programme.Rename(kind, id, "Senere", March).IsRefused(PartRefusals.Closed, March);
        Assert.Null(programme.After(p => p.Reopen(kind, id)).Parts(kind).Of(id)!.ClosedFrom);
        renamed.Reopen(kind, id).IsRefused(Taken(kind), "Nord");
        Named(kind).Reopen(kind, id).IsNothing();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_planned_for_later_is_taken_back_before_it_closes(PartKind kind) =>
        Named(kind).After(p => p.Rename(kind, id, "Juni", June)).Close(kind, id, June).IsRefused(PartRefusals.ChangesLater, June);

    [Theory, MemberData(nameof(Kinds))]
    public void It_must_be_there_on_a_day_that_can_be(PartKind kind)
    {
        var missing = kind is PartKind.Area ? ProgrammeRefusals.AreaNotFound : ProgrammeRefusals.ProviderNotFound;

        Named(kind).Rename(kind, other, "Syd", March).IsRefused(missing);
        Named(kind).Close(kind, other, March).IsRefused(missing);
        Named(kind).Reopen(kind, other).IsRefused(missing);
        Named(kind).WithdrawName(kind, other, March).IsRefused(missing);
        Named(kind).Close(kind, id, new DateOnly(1022, 3, 1)).IsRefused(PartRefusals.FromOutOfRange);
    }

    private Programme Named(PartKind kind) => Any.Programme().After(p => p.Add(kind, id, "Nord"));

    private static string Taken(PartKind kind) => kind is PartKind.Area ? ProgrammeRefusals.AreaNameTaken : ProgrammeRefusals.ProviderNameTaken;
}
