using System.Diagnostics;
using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>A megabyte that was made to be slow takes a moment only.</summary>
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
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        _ = PersonNumbers.Find(text[..1000], new(2058, 1, 1));

        var watch = Stopwatch.StartNew();
        _ = PersonNumbers.Find(text, new(2058, 1, 1));

        // Tenths of a second; a quadratic reading would need hours, so the bound bears a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{piece}: {watch.Elapsed}");
    }
}
