using RolloutPortal.Web.Platform;
using RolloutPortal.Web.Platform.Database;

var builder = WebApplication.CreateBuilder(args).AddPortal();
var app = builder.Build();
await app.Services.GetRequiredService<PortalDatabase>().Open();
await app.UsePortal().RunAsync();

/// <summary>The composition root.</summary>
public partial class Program;
