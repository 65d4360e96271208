using System.Security.Cryptography;
using System.Text;

namespace RolloutPortal.Domain;

/// <summary>Ids that follow from what they are of: whoever knows the one knows the other, and nobody has to keep the pair.</summary>
public static class DerivedId
{
    /// <summary>Always the same for the same text, and for no other.</summary>
    public static Guid Of(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        // Version 8: of our own making (RFC 9562), so that it can never be taken for a random one.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>What belongs to a thing and has a stream of its own: a programme's calendar, its plan.</summary>
    public static Guid Of(Guid owner, string part) => Of($"{owner}/{part}");
}
