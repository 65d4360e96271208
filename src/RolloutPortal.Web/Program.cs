var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
var app = builder.Build();
app.MapControllers().WithStaticAssets();
app.MapStaticAssets();
app.Run();

public partial class Program;
