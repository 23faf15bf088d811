using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Security;

/// <summary>What this node knows about the installation. It is set up once and for good, so an answer is asked for until there is one.</summary>
public sealed class InstallationState(IServiceScopeFactory scopes)
{
    private Installation? _known;

    /// <summary>The installation, or null while nobody has set it up.</summary>
    public async ValueTask<Installation?> FindAsync(CancellationToken cancellationToken)
    {
        if (_known is not null)
        {
            return _known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        return _known = await db.Installations.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>"Just me" knows its owner by the machine, so it is served to nothing but the machine.</summary>
    /// <exception cref="StartRefusedException">It should be reached from elsewhere.</exception>
    public async Task DemandReachAsync(Settings settings, CancellationToken cancellationToken)
    {
        if (!settings.IsForThisMachineOnly && await FindAsync(cancellationToken) is { Mode: InstallationMode.JustMe })
        {
            throw new StartRefusedException(
                "just-me-reached-from-elsewhere",
                "This Fieldcraft was set up for one person on this machine, without a sign-in. Start it without --listen and --address, or set up an organisation in another folder with --data DIR. Nothing was changed."
            );
        }
    }
}

/// <summary>While nothing is set up, every page leads to the set-up.</summary>
internal sealed class FirstStart(InstallationState state) : IMiddleware
{
    public const string SetUp = "/set-up";
    private static readonly string[] OpenBefore = [SetUp, "/language", "/error", "/livez", "/healthz", "/openapi", "/_components"];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (
            OpenBefore.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
            || await state.FindAsync(context.RequestAborted) is not null
        )
        {
            await next(context);
        }
        else if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Problem.SetUpNeeded.Result().ExecuteAsync(context);
        }
        else
        {
            context.Response.Redirect(SetUp);
        }
    }
}
