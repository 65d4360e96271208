namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>Reading this is written in the access log: it is about people. Addresses of accounts, employees and exports need no mark.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LogReadingAttribute : Attribute;

/// <summary>A form that changes nothing and is sent while somebody types.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotLoggedAttribute : Attribute;
