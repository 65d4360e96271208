using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>"That is no person's number", said once about one text: the answer holds for this text, field, form and person only.</summary>
/// <remarks>Encrypted with the portal's keys: ten digits would be guessed from a plain hash, and nobody makes an answer for other words.</remarks>
public sealed class GuardAnswers(IDataProtectionProvider keys)
{
    public const string Field = "guard-answer";

    private const string Given = "RolloutPortal.GuardAnswers";
    private static readonly TimeSpan lifetime = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector protector = keys.CreateProtector("PersonNumbers.Answer").ToTimeLimitedDataProtector();

    /// <summary>What the form sends back when the box is ticked.</summary>
    public string Offer(HttpContext http, GuardedText text) => protector.Protect(Content(http, text), lifetime);

    /// <summary>Whether the form says so about this very text; then the answer stays with the form, should it come back for another reason.</summary>
    public bool HasAnswered(HttpContext http, GuardedText text, IEnumerable<string?> sent)
    {
        var content = Content(http, text);
        foreach (var answer in sent)
        {
            if (answer is null || Read(answer) != content) continue;
            Of(http).Add((answer, Texts.Clean(text.Text)));
            return true;
        }

        return false;
    }

    /// <summary>To be sent with the form again.</summary>
    public static IEnumerable<string> Kept(HttpContext http) => Of(http).Select(given => given.Answer);

    /// <summary>Whether these words, as they are stored, were kept because somebody said so in this request.</summary>
    public static bool IsAboutTo(HttpContext? http, string body) => http is not null && Of(http).Any(given => given.Body == body);

    private static List<(string Answer, string Body)> Of(HttpContext http)
    {
        if (http.Items[Given] is not List<(string, string)> given) http.Items[Given] = given = [];
        return given;
    }

    private string? Read(string answer)
    {
        try
        {
            return protector.Unprotect(answer);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Line ends as LF, for browsers send CRLF.</summary>
    private static string Content(HttpContext http, GuardedText text)
    {
        var words = SHA256.HashData(Encoding.UTF8.GetBytes(text.Text.ReplaceLineEndings("\n")));
        return $"{Actor.AccountId(http.User)}|{http.Request.Path}|{text.Field}|{Convert.ToHexString(words)}";
    }
}
