using System.Diagnostics;
using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Of a text that was made to be slow, four times as much takes four times as long.</summary>
public sealed class TakingItsTime
{
    [Theory]
    [InlineData("7")]
    [InlineData("1-")]
    [InlineData("1 ")]
    [InlineData("31-12-57-")]
    [InlineData("311257 ")]
    [InlineData("3112575006-")]
    [InlineData("cpr-")]
    [InlineData("311257-5006 a-")]
    [InlineData("-")]
    [InlineData("%31")]
    [InlineData("00000000-0000-0000-0000-00000000000g")]
    [InlineData("\u200B3")]
    [InlineData("31    ")]
    [InlineData("3*")]
    [InlineData(" ")]
    [InlineData("\uE0003")]
    public void It_is_linear(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        var (quarter, whole) = (TimeSpan.MaxValue, TimeSpan.MaxValue);

        // The shortest of several: what else the machine has to do makes none of them shorter.
        for (var tries = 0; tries < 3 || (tries < 20 && whole >= 10 * quarter); tries++)
            (quarter, whole) = (Shorter(quarter, text[..(text.Length / 4)]), Shorter(whole, text));

        // A quadratic reading would need sixteen times as long.
        Assert.True(whole < 10 * quarter, $"{piece}: {quarter} and {whole}");
    }

    private static TimeSpan Shorter(TimeSpan sofar, string text)
    {
        var started = Stopwatch.GetTimestamp();
        _ = PersonNumbers.Find(text, new(2058, 1, 1));
        return Stopwatch.GetElapsedTime(started) is var took && took < sofar ? took : sofar;
    }
}
