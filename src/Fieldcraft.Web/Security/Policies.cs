using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Fieldcraft.Web.Security;

/// <summary>Who may open a page or call an operation at all. Which rows they then see is asked of the room's access rules.</summary>
public static class Policies
{
    /// <summary>Everybody, signed in or not.</summary>
    public const string Anyone = "anyone";

    public const string SignedIn = "signed-in";

    /// <summary>Signed in with an own secret: the pages of one's private items.</summary>
    public const string OwnItems = "own-items";

    /// <summary>Leads people, or a unit, or steers learning.</summary>
    public const string Leader = "leader";

    /// <summary>May hand one-time codes to somebody: administrators, leads of units, managers.</summary>
    public const string HandsOutCodes = "hands-out-codes";

    public const string Administrator = "administrator";

    /// <summary>Writes the capability framework: designers of learning, and administrators.</summary>
    public const string FrameworkDesigner = "framework-designer";

    /// <summary>Writes modules: designers of learning, programme leads, administrators.</summary>
    public const string ModuleDesigner = "module-designer";

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.AddPolicy(Anyone, p => p.RequireAssertion(_ => true));
        options.AddPolicy(SignedIn, p => p.RequireAuthenticatedUser());
        options.AddPolicy(OwnItems, p => p.RequireAuthenticatedUser().AddRequirements(new SealedItemsOpen()));
        options.AddPolicy(Leader, p => p.RequireAuthenticatedUser().AddRequirements(new ViewerIs(v => v.HasReports || v.Leads.Count > 0)));
        options.AddPolicy(HandsOutCodes, p => p.RequireAuthenticatedUser().AddRequirements(new ViewerIs(v => v.HandsOut())));
        options.AddPolicy(FrameworkDesigner, p => p.RequireAuthenticatedUser().AddRequirements(new ViewerIs(v => v.MayDesignFramework())));
        options.AddPolicy(ModuleDesigner, p => p.RequireAuthenticatedUser().AddRequirements(new ViewerIs(v => v.MayDesignModules())));
        options.AddPolicy(
            Administrator,
            p =>
                p.RequireAuthenticatedUser()
                    .AddRequirements(
                        new ViewerIs(v => v.IsAdministrator && (v.Scopes is null || v.Scopes.Value.HasFlag(TokenScopes.Admin)))
                    )
        );
    }
}

/// <summary>The session may open sealed items now.</summary>
internal sealed class SealedItemsOpen : IAuthorizationRequirement;

internal sealed class ViewerIs(Func<Viewer, bool> question) : IAuthorizationRequirement
{
    public bool Holds(Viewer viewer) => question(viewer);
}

internal sealed class ViewerRequirements(IHttpContextAccessor http, TimeProvider clock) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (http.HttpContext?.ViewerOrNull() is not { } viewer)
        {
            return Task.CompletedTask;
        }

        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var holds = requirement switch
            {
                SealedItemsOpen => viewer.SealedAccess(clock.GetUtcNow()) == SealedAccess.Open,
                ViewerIs question => question.Holds(viewer),
                _ => false,
            };
            if (holds)
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }
}
