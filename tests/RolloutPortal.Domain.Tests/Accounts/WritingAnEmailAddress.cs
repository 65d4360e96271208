using FsCheck.Fluent;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class WritingAnEmailAddress
{
    [Theory]
    [InlineData("Aase@Eksempel.dk", "aase@eksempel.dk")]
    [InlineData("  aase@eksempel.dk\n", "aase@eksempel.dk")]
    [InlineData("åse@XN--BLBR-ROAH.dk", "åse@blåbær.dk")]
    [InlineData("Åse@BLÅBÆR.DK", "åse@blåbær.dk")]
    [InlineData("a+b.c'd@sub.eksempel.co.uk", "a+b.c'd@sub.eksempel.co.uk")]
    [InlineData("a@ｅｋｓｅｍｐｅｌ.dk", "a@eksempel.dk")]
    public void The_same_address_is_the_same_however_it_is_typed(string typed, string kept)
    {
        Assert.Null(EmailAddress.Check(typed, out var address));
        Assert.Equal(kept, address);
        Assert.Null(EmailAddress.Check(address, out var again));
        Assert.Equal(kept, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("aase")]
    [InlineData("@eksempel.dk")]
    [InlineData("aase@")]
    [InlineData("aase@localhost")]
    [InlineData("aase@eksempel..dk")]
    [InlineData("aase@-eksempel.dk")]
    [InlineData("aase@eks empel.dk")]
    [InlineData("aa se@eksempel.dk")]
    [InlineData("aa@se@eksempel.dk")]
    [InlineData("Åse <aase@eksempel.dk>")]
    [InlineData("a,b@eksempel.dk")]
    [InlineData(".aase@eksempel.dk")]
    [InlineData("aase\u0000@eksempel.dk")]
    [InlineData("aase\u202e@eksempel.dk")]
    public void What_is_none_is_refused(string? typed)
    {
        Assert.Equal(AccountRefusals.EmailUnsuitable, EmailAddress.Check(typed, out var address)?.Key);
        Assert.Empty(address);
    }

    [Fact]
    public void It_has_room_in_every_mail_system()
    {
        Assert.NotNull(EmailAddress.Check(new string('a', 65) + "@eksempel.dk", out _));
        Assert.NotNull(EmailAddress.Check("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".dk", out _));
    }

    [Fact]
    public void Nothing_typed_can_throw() => Laws.Hold(ArbMap.Default.GeneratorFor<string>().Select(text => $"{text}@eksempel.dk"), typed =>
    {
        var refusal = EmailAddress.Check(typed, out var address);
        Assert.Equal(refusal is not null, address.Length == 0);
    });
}
