using RolloutPortal.Domain.Photos;

namespace RolloutPortal.Domain.Tests.Photos;

public sealed class CleaningAPhoto
{
    public static TheoryData<string, byte[]> All => new() { { "image/jpeg", Files.Jpeg() }, { "image/png", Files.Png() }, { "image/webp", Files.WebP() } };

    [Theory, MemberData(nameof(All))]
    public void What_a_camera_noted_is_gone_wherever_it_stood(string type, byte[] file)
    {
        var clean = CleanPhoto.Of(file).Photo!;

        Assert.Equal(type, clean.Type);
        Assert.True(Files.Holds(file, Files.Secret));
        Assert.False(Files.Holds(clean.Bytes, Files.Secret));
        Assert.False(Files.Holds(clean.Bytes, "GPS"));
    }

    [Theory, MemberData(nameof(All))]
    public void Cleaned_again_it_is_the_same(string type, byte[] file)
    {
        var clean = CleanPhoto.Of(file).Photo!;
        var again = CleanPhoto.Of(clean.Bytes).Photo!;

        Assert.Equal((type, clean.Width, clean.Height), (again.Type, again.Width, again.Height));
        Assert.Equal(clean.Bytes, again.Bytes);
    }

    [Fact]
    public void Which_way_up_it_was_taken_is_kept_and_nothing_is_said_of_what_is_upright()
    {
        var (turned, upright) = (CleanPhoto.Of(Files.Jpeg(orientation: 6)).Photo!, CleanPhoto.Of(Files.Jpeg(orientation: 1)).Photo!);

        Assert.Equal((30, 40), (turned.Width, turned.Height));
        Assert.True(Files.Holds(turned.Bytes, "Exif"));
        Assert.Equal((40, 30), (upright.Width, upright.Height));
        Assert.False(Files.Holds(upright.Bytes, "Exif"));
        Assert.Equal((2, 3), Size(Files.Png()));
        Assert.Equal((21, 11), Size(Files.WebP()));
    }

    [Fact]
    public void The_name_says_nothing_the_content_everything()
    {
        Refused(PhotoRefusals.Unsupported, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        Refused(PhotoRefusals.Unsupported, "GIF89a and what follows"u8.ToArray());
        Refused(PhotoRefusals.Unsupported, [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]]);
        Refused(PhotoRefusals.Unsupported, []);
        Refused(PhotoRefusals.Unsupported, Files.WebP(isAnimated: true));
        Refused(PhotoRefusals.Unsupported, Files.Jpeg(frame: 0xc9));
    }

    [Fact]
    public void One_that_claims_more_pixels_than_a_camera_takes_is_refused_by_its_header()
    {
        Refused(PhotoRefusals.TooManyPixels, Files.Png(100_000, 100_000));
        Refused(PhotoRefusals.TooManyPixels, Files.Png(uint.MaxValue, 1));
        Refused(PhotoRefusals.TooManyPixels, Files.Jpeg(15_000, 15_000));
        Refused(PhotoRefusals.Broken, Files.Jpeg(0, 20));
        Refused(PhotoRefusals.TooBig, new byte[PhotoRules.MostBytes + 1]);
    }

    [Theory, MemberData(nameof(All))]
    public void One_that_ends_early_is_refused_wherever_it_does(string type, byte[] file)
    {
        var whole = file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Files.Secret));
        Assert.True(whole > 0, type);
        // The last secret stands behind the end.
        var end = file.Length - Files.Secret.Length;

        Assert.All(Enumerable.Range(0, end - 1), length => Assert.Null(CleanPhoto.Of(file.AsSpan(0, length)).Photo));
    }

    [Theory, MemberData(nameof(All))]
    public void Whatever_is_changed_in_it_nothing_is_thrown_and_what_was_hidden_stays_out(string type, byte[] file)
    {
        Assert.NotEmpty(type);
        var chance = new Random(20220125);
        for (var round = 0; round < 3_000; round++)
        {
            var changed = (byte[])file.Clone();
            for (var i = chance.Next(1, 6); i > 0; i--) changed[chance.Next(changed.Length)] = (byte)chance.Next(256);

            if (CleanPhoto.Of(changed).Photo is not { } clean) continue;
            Assert.InRange((long)clean.Width * clean.Height, 1, PhotoRules.MostPixels);
            Assert.Equal(clean.Bytes, CleanPhoto.Of(clean.Bytes).Photo?.Bytes);
        }
    }

    private static (int, int) Size(byte[] file) => CleanPhoto.Of(file).Photo is { } photo ? (photo.Width, photo.Height) : default;

    private static void Refused(string key, byte[] file) => Assert.Equal(key, CleanPhoto.Of(file).Refusal?.Key);
}
