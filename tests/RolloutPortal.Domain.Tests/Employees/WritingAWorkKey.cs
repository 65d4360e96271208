using RolloutPortal.Domain.Employees;

namespace RolloutPortal.Domain.Tests.Employees;

public sealed class WritingAWorkKey
{
    [Fact]
    public void It_is_trimmed_and_keeps_its_zeros()
    {
        Assert.Null(WorkKey.Check(" 007 ", out var key));
        Assert.Equal("007", key);
    }

    [Theory]
    [InlineData("", "employee.key-missing")]
    [InlineData("12345678901234567890123456789012345678901", "employee.key-too-long")]
    [InlineData("1\u00022", "employee.key-unsuitable")]
    [InlineData("A 1", "employee.key-unsuitable")]
    public void It_has_up_to_forty_characters_without_white_space(string typed, string why) => Assert.Equal(why, WorkKey.Check(typed, out _)!.Key);
}
