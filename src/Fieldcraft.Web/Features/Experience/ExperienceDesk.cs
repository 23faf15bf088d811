using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>Telling, telling anew and removing past experiences, for pages and API.</summary>
public sealed class ExperienceDesk(FieldcraftDb db, Vault vault, Rules rules, TimeProvider clock)
{
    /// <summary>Keeps one or several, in the order in which they were told. Refused: <c>experiences-full</c>.</summary>
    public async Task<Outcome<IReadOnlyList<PastExperience>>> TellAsync(
        Viewer viewer,
        IReadOnlyList<PastExperienceContent> told,
        CancellationToken cancellationToken
    )
    {
        if (await db.PastExperiences.VisibleTo(viewer).CountAsync(cancellationToken) + told.Count > rules.Experience.PastAtMost)
        {
            return new Refusal("experiences-full", rules.Experience.PastAtMost);
        }

        var now = clock.GetUtcNow();
        var made = new List<PastExperience>();
        foreach (var content in told)
        {
            var id = Id.New<PastExperienceId>(now);
            var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
            made.Add(PastExperience.Tell(id, viewer.PersonId, content, sealer, now));
        }

        db.AddRange(made);
        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    public async Task<SaveResult> RetellAsync(
        Viewer viewer,
        PastExperienceId id,
        int version,
        PastExperienceContent told,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await FindAsync(viewer, id, cancellationToken),
            version,
            async experience =>
            {
                experience.Retell(told, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), clock.GetUtcNow());
                return Outcome.Done;
            },
            cancellationToken
        );

    public async Task<SaveResult> RemoveAsync(Viewer viewer, PastExperienceId id, int version, CancellationToken cancellationToken) =>
        await db.RemoveAsync(
            vault,
            await FindAsync(viewer, id, cancellationToken),
            id.Value,
            version,
            experience => experience.Remove(clock.GetUtcNow()),
            cancellationToken
        );

    private Task<PastExperience?> FindAsync(Viewer viewer, PastExperienceId id, CancellationToken cancellationToken) =>
        db.PastExperiences.VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
}
