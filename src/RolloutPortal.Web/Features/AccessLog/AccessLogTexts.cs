namespace RolloutPortal.Web.Features.AccessLog;

/// <summary>Texts of the access log; an empty class that names the files.</summary>
public sealed class AccessLogTexts;
