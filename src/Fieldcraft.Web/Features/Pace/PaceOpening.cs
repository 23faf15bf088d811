using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Moves;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pace;

/// <summary>What somebody entered, with what is known of their levels.</summary>
/// <param name="Content">What was entered; without anything, what the form begins with.</param>
/// <param name="Version">0 while nothing is kept.</param>
/// <param name="Sheet">Null while nothing is kept.</param>
public sealed record OpenPace(PaceContent Content, int Version, Standing Standing, PaceSheet? Sheet);

/// <summary>Opens the viewer's own pace: five queries with the one for the keys.</summary>
public sealed class PaceOpening(FieldcraftDb db, Vault vault, StandingReading standings, Rules rules, Words words, TimeProvider clock)
{
    public async Task<OpenPace> ForAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var picture = await db.PacePictures.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(cancellationToken);
        var pieces = await standings.SealedAsync(viewer, cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, [picture?.Content, .. pieces.Texts], cancellationToken);
        var standing = await standings.OpenAsync(pieces, unlocked, cancellationToken);
        if (picture is null)
        {
            return new OpenPace(Beginning(standing), 0, standing, null);
        }

        var content = PaceContent.FromJson(unlocked.Open(picture.Content));
        return new OpenPace(
            content,
            picture.Version,
            standing,
            PaceSheet.Of(content, standing.Checks, words.Today(clock.GetUtcNow()), rules)
        );
    }

    /// <summary>The aims are what the role depends on, until the person says otherwise; their targets are what it asks for now.</summary>
    private PaceContent Beginning(Standing standing) =>
        new()
        {
            Months = rules.Lag.WindowMonths,
            Capabilities =
            [
                .. standing
                    .Aims.Aims.Take(PaceContent.CapabilitiesAtMost)
                    .Select(a => (a.Capability, Level: (int)Math.Round(LeadershipLag.LevelOf(a.Target), MidpointRounding.AwayFromZero)))
                    .Select(a => new PaceDemand(a.Capability, a.Level, a.Level, null)),
            ],
        };
}

/// <summary>Drawing and removing the viewer's own pace, for pages and API.</summary>
public sealed class PaceDesk(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    /// <summary>Keeps what was entered: the first, or in place of the version it was entered over.</summary>
    public async Task<SaveResult> DrawAsync(Viewer viewer, int version, PaceContent content, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var kept = await db.PacePictures.VisibleTo(viewer).FirstOrDefaultAsync(cancellationToken);
        if (kept is null && version == 0)
        {
            var id = Id.New<PacePictureId>(now);
            var drawn = PacePicture.Draw(
                id,
                viewer.PersonId,
                content,
                await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken),
                now
            );
            db.Add(drawn);
            await db.SaveChangesAsync(cancellationToken);
            return new SaveResult(Reviews.SaveEnd.Saved, drawn.Version, null);
        }

        return await db.ChangeAsync(
            kept,
            version,
            async picture =>
            {
                picture.Redraw(content, await vault.SealerAsync(viewer.PersonId, picture.Id.Value, cancellationToken), now);
                return Outcome.Done;
            },
            cancellationToken
        );
    }

    public async Task<SaveResult> RemoveAsync(Viewer viewer, int version, CancellationToken cancellationToken)
    {
        var kept = await db.PacePictures.VisibleTo(viewer).FirstOrDefaultAsync(cancellationToken);
        return await db.RemoveAsync(vault, kept, kept?.Id.Value ?? default, version, p => p.Remove(clock.GetUtcNow()), cancellationToken);
    }
}
