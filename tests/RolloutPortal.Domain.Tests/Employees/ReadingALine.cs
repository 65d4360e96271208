using RolloutPortal.Domain.Employees;
using static RolloutPortal.Domain.Tests.Employees.Staff;

namespace RolloutPortal.Domain.Tests.Employees;

public sealed class ReadingALine
{
    [Fact]
    public void What_is_written_is_cleaned()
    {
        Assert.Empty(Read(key: " 007 ", email: "Asta@EKSEMPEL.invalid"));
        _ = EmployeeLine.Read(2, " 007 ", "Asta Lund", "Asta@EKSEMPEL.invalid", "Leder", North, Day(1), new DateOnly(9999, 12, 31), out var line);

        Assert.Equal(Line(2, role: "Leder"), line);
    }

    [Theory]
    [InlineData("", "employee.key-missing")]
    [InlineData("12345678901234567890123456789012345678901", "employee.key-too-long")]
    [InlineData("1\u00022", "employee.key-unsuitable")]
    public void A_work_key_has_up_to_forty_characters(string key, string why) => Assert.Equal([$"work_key: {why}"], Read(key: key));

    [Theory]
    [InlineData("", "employee.email-missing")]
    [InlineData("asta", "account.email-unsuitable")]
    [InlineData("Asta Lund <asta@eksempel.invalid>", "account.email-unsuitable")]
    public void An_address_is_one_address(string email, string why) => Assert.Equal([$"email: {why}"], Read(email: email));

    [Fact]
    public void One_day_is_a_period_and_less_is_none()
    {
        Assert.Empty(Read(to: Day(1)));
        Assert.Equal(["from: employee.from-after-to"], Read(to: new DateOnly(2021, 12, 31)));
        Assert.Equal(["to: employee.day-out-of-range"], Read(to: new DateOnly(2200, 1, 1)));
    }

    [Fact]
    public void All_that_is_wrong_is_told() =>
        Assert.Equal(["work_key: employee.key-missing", "name: name.missing", "role: employee.role-missing"], Read("", name: "", role: " "));

    private static IEnumerable<string> Read(
        string key = "007", string name = "Asta Lund", string email = "asta@eksempel.invalid", string role = "Leder", DateOnly? to = null) =>
        EmployeeLine.Read(2, key, name, email, role, North, Day(1), to, out _).Select(fault => $"{fault.Column}: {fault.Why.Key}");
}
