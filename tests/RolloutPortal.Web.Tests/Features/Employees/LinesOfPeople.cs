using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>What lists are ordered by stands with each line that is known now, as with its person, and with no other.</summary>
internal static class LinesOfPeople
{
    public static async Task Agree(NpgsqlDataSource source)
    {
        Assert.Equal(0, await source.Scalar<long>(
            """
            select count(*) from employee_period p left join employee e on e.id = p.employee_id
            where p.recorded_to is null and (p.name, p.key) is distinct from (e.name, e.key)
            """));
        Assert.Equal(0, await source.Scalar<long>("select count(*) from employee_period where recorded_to is not null and (name is not null or key is not null)"));
    }
}
