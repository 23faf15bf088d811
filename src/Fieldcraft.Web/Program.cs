var b = WebApplication.CreateBuilder(args); var a = b.Build(); await a.RunAsync();
