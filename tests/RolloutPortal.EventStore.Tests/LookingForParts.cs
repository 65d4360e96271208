using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

public sealed class LookingForParts(Server server) : StoreTest(server)
{
    [Theory]
    [InlineData("100 %", "mindst 100 % af dem", true)]
    [InlineData("100 %", "mindst 100 af dem", false)]
    [InlineData("a_b", "xa_by", true)]
    [InlineData("a_b", "xacby", false)]
    [InlineData(@"c:\", @"på c:\dokumenter", true)]
    [InlineData(@"\%", "%", false)]
    public async Task What_is_typed_stands_for_itself(string typed, string text, bool has) =>
        Assert.Equal(has, await Portal.Scalar<bool>("select $1 ilike $2", text, LikePattern.Part(typed)));

    [Fact]
    public async Task A_beginning_is_no_part() => Assert.False(await Portal.Scalar<bool>("select 'bo%s' like $1", LikePattern.Beginning("o%")));
}
