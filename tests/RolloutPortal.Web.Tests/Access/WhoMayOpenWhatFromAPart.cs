using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Access;

/// <summary>Every address × every role with an area or a location as its scope: that of the place named, and the one next to it.</summary>
public sealed class WhoMayOpenWhatFromAPart(Portal portal) : IClassFixture<Portal>
{
    /// <summary>A provider sees its own units and has no other scope.</summary>
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(role => role is not Role.ExternalProvider)];

    [Theory, MemberData(nameof(Roles))]
    public async Task A_role_gets_what_the_table_says_from_the_place_and_from_the_next_one(Role role)
    {
        var wrong = new List<string>();
        var places = await Places.Prepare(portal.Rollout);
        // From outside first, where nothing is changed; then from within, anew each time: what is done to a ticket or an account is done.
        foreach (var scope in SmallScope.All.Reverse())
        {
            var isWithin = scope.StartsWith("its", StringComparison.Ordinal);
            if (isWithin) places = await Places.Prepare(portal.Rollout);
            var visitor = await Visitor.With(portal, SmallScope.Grant(scope, role, portal.Rollout));
            // What names no place is the same for both.
            var different = await Doors.Different(places, role, visitor, line => SmallScope.Answer(line, scope, role), line => isWithin || line.NamesAPlace);
            wrong.AddRange(different.Select(line => $"{scope}: {line}"));
        }

        Doors.Nothing($"{role}", wrong);
    }
}
