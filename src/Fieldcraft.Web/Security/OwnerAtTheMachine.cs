using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Security;

/// <summary>
/// On a "just me" installation the person at the machine is the owner and needs no sign-in. Only a visit starts a session: a form or a
/// script of another site, which comes without the cookie, gets nothing.
/// </summary>
internal sealed class OwnerAtTheMachine(InstallationState state, FieldcraftDb db, SignInDesk desk, Settings settings)
{
    /// <summary>Whether this installation has one owner and this request comes from where the owner sits.</summary>
    public async Task<bool> IsHereAsync(HttpContext context, CancellationToken cancellationToken) =>
        AtTheMachine.Is(context, settings) && await state.FindAsync(cancellationToken) is { Mode: InstallationMode.JustMe };

    public async Task<Viewer?> WalksInAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        var isWelcome = isApi
            ? OwnOrigin.IsOwn(context.Request)
            : OwnOrigin.IsVisit(context.Request) && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (!isWelcome || !await IsHereAsync(context, cancellationToken) || await FindAsync(cancellationToken) is not { } owner)
        {
            return null;
        }

        // A program that calls the API keeps no cookie: it gets no session, which would only lie about.
        return isApi ? Visitor(owner) : await desk.StartAsync(owner.Id, Proof.Machine, shared: false, cancellationToken);
    }

    public Task<Person?> FindAsync(CancellationToken cancellationToken) =>
        db.People.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(cancellationToken);

    private static Viewer Visitor(Person owner) =>
        new()
        {
            PersonId = owner.Id,
            Name = owner.FullName,
            Language = owner.Language,
            TimeZone = owner.TimeZone,
            Proof = Proof.Machine,
        };
}
