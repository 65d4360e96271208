namespace RolloutPortal.Domain.Hypercare;

/// <summary>Severity by impact and urgency (decisions.md 23, domain.md §5).</summary>
public static class SeverityRule
{
    /// <summary>A statutory or safety task that stops over this many users is S1, though only one location is hit.</summary>
    public const int ManyUsers = 50;

    private static readonly Severity[,] Table =
    {
        { Severity.S1, Severity.S1, Severity.S2, Severity.S4 },
        { Severity.S2, Severity.S2, Severity.S3, Severity.S4 },
        { Severity.S2, Severity.S3, Severity.S3, Severity.S4 },
        { Severity.S3, Severity.S4, Severity.S4, Severity.S4 },
    };

    public static Severity Of(Impact impact, Urgency urgency, int affectedUsers, bool safetyOrPersonalData)
    {
        var stopsMany = impact is Impact.WholeLocation && urgency is Urgency.StatutoryOrSafetyNow && affectedUsers > ManyUsers;
        var severity = stopsMany ? Severity.S1 : Table[(int)impact, (int)urgency];
        return safetyOrPersonalData && severity > Severity.S2 ? Severity.S2 : severity;
    }
}
