using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Hypercare.Words;

/// <summary>One set of words for severity, wherever it stands.</summary>
public static class SeverityWords
{
    /// <summary>Without the code, where that stands beside it: <em>mindre</em> of <em>S3 mindre</em>.</summary>
    public static string Word(this IStringLocalizer<SharedTexts> shared, Severity severity) => shared.Of(severity).Replace($"{severity} ", "", StringComparison.Ordinal);
}
