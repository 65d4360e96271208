using RolloutPortal.Web.Platform;
using RolloutPortal.Web.Platform.Commands;
using RolloutPortal.Web.Platform.Running;

// A verb (`seed`, `rebuild`, `verify`, `schema`) does its work and ends; without one the portal serves.
if (Verbs.IsVerb(args)) return await Verbs.Run(args);

try
{
    var app = PortalBuilder.Create(args).AddPortal().Build();
    await app.Open();
    await app.UsePortal().RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Explain(e) is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return StartFailure.ExitCode;
}

/// <summary>The composition root.</summary>
public partial class Program;
