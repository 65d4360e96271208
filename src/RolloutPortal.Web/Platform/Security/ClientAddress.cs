namespace RolloutPortal.Web.Platform.Security;

/// <summary>Where a request comes from, for counting. A whole municipality may stand behind one.</summary>
public static class ClientAddress
{
    public static string Of(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
