using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class DecidingSeverity
{
    [Theory]
    [InlineData(Impact.CitizenSafetyOrArea, "S1 S1 S2 S4")]
    [InlineData(Impact.WholeLocation, "S2 S2 S3 S4")]
    [InlineData(Impact.Team, "S2 S3 S3 S4")]
    [InlineData(Impact.OneUser, "S3 S4 S4 S4")]
    public void It_is_the_table_of_decision_23(Impact impact, string row) =>
        Assert.Equal(row, string.Join(' ', Enum.GetValues<Urgency>().Select(urgency => SeverityRule.Of(impact, urgency, 1, false))));

    [Fact]
    public void A_location_where_over_fifty_users_are_stopped_is_S1()
    {
        Assert.Equal(Severity.S2, SeverityRule.Of(Impact.WholeLocation, Urgency.StatutoryOrSafetyNow, 50, false));
        Assert.Equal(Severity.S1, SeverityRule.Of(Impact.WholeLocation, Urgency.StatutoryOrSafetyNow, 51, false));
    }

    [Fact]
    public void Safety_or_personal_data_makes_it_S2_at_least_and_S1_stays_S1()
    {
        Assert.Equal(Severity.S2, SeverityRule.Of(Impact.OneUser, Urgency.Cosmetic, 1, safetyOrPersonalData: true));
        Assert.Equal(Severity.S1, SeverityRule.Of(Impact.CitizenSafetyOrArea, Urgency.TodayPoorWorkaround, 1, true));
    }

    [Fact]
    public void More_impact_more_urgency_more_users_or_more_at_stake_never_make_it_milder()
    {
        var pairs = from worse in Cases()
                    from milder in Cases()
                    where worse.Impact <= milder.Impact && worse.Urgency <= milder.Urgency
                        && worse.Users >= milder.Users && (worse.Safety || !milder.Safety)
                    select (worse, milder);

        Assert.All(pairs, x => Assert.True(SeverityOf(x.worse) <= SeverityOf(x.milder), $"{x.worse} is milder than {x.milder}"));
    }

    private static IEnumerable<(Impact Impact, Urgency Urgency, int Users, bool Safety)> Cases() =>
        from impact in Enum.GetValues<Impact>()
        from urgency in Enum.GetValues<Urgency>()
        from users in new[] { 1, 50, 51 }
        from safety in new[] { true, false }
        select (impact, urgency, users, safety);

    private static Severity SeverityOf((Impact Impact, Urgency Urgency, int Users, bool Safety) x) =>
        SeverityRule.Of(x.Impact, x.Urgency, x.Users, x.Safety);
}
