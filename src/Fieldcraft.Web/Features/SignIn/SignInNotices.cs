using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>Tells the owner of a sign-in what was done or tried with it.</summary>
internal static class SignInNotices
{
    /// <summary>Adds a notice, or tells the same within a day anew; saved with the next save.</summary>
    public static async Task TellAsync(
        this FieldcraftDb db,
        PersonId person,
        SignInNoticeKind kind,
        PersonId? by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var since = now - SignInNotice.SameWithin;
        var same = await db
            .SignInNotices.Where(n => n.PersonId == person && n.Kind == kind && n.ById == by && n.FirstAt > since)
            .OrderByDescending(n => n.FirstAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (same is null)
        {
            db.Add(SignInNotice.Tell(Id.New<SignInNoticeId>(now), person, kind, by, now));
        }
        else
        {
            same.Again(now);
        }
    }
}
