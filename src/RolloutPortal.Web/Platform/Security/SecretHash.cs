using System.Security.Cryptography;
using System.Text;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>What is kept of a secret that is long and random: enough to know it again, and of no use to whoever reads it.</summary>
public static class SecretHash
{
    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
