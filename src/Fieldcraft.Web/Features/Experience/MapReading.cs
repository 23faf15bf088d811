using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>A past experience, opened for its owner.</summary>
public sealed record OpenExperience(PastExperienceId Id, PastExperienceContent Told, DateTimeOffset ToldAt, int Version);

/// <summary>The map with everything it was drawn from, the newest first.</summary>
public sealed record OpenMap(ExperienceMap Map, IReadOnlyList<MappedWork> Work, IReadOnlyList<OpenExperience> Past);

/// <summary>Opens past experiences, and draws the map from them and from the viewer's assignments.</summary>
public sealed class MapReading(FieldcraftDb db, Vault vault, Rules rules)
{
    /// <summary>A career of assignments; older ones than that are in no map.</summary>
    private const int AssignmentsRead = 60;

    public async Task<IReadOnlyList<OpenExperience>> ListAsync(
        Viewer viewer,
        PastExperienceId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db.PastExperiences.AsNoTracking().VisibleTo(viewer);
        own = after is { } last ? own.Where(e => e.Id.CompareTo(last) < 0) : own;
        var rows = await own.OrderByDescending(e => e.Id).Take(limit).ToListAsync(cancellationToken);
        return Open(rows, await vault.UnlockAsync(viewer, rows.Select(e => e.Told), cancellationToken));
    }

    public async Task<OpenExperience?> FindAsync(Viewer viewer, PastExperienceId id, CancellationToken cancellationToken) =>
        await db.PastExperiences.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is { } row
            ? Open([row], await vault.UnlockAsync(viewer, [row.Told], cancellationToken))[0]
            : null;

    /// <summary>The map, in three queries.</summary>
    public async Task<OpenMap> MapAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var assignments = await (
            from a in db.Assignments.AsNoTracking().VisibleTo(viewer)
            join p in db.ChallengeProfiles.AsNoTracking() on a.Id equals p.AssignmentId into profiles
            from p in profiles.DefaultIfEmpty()
            orderby a.Id descending
            select new { Assignment = a, Ratings = p == null ? null : p.Ratings }
        )
            .Take(AssignmentsRead)
            .ToListAsync(cancellationToken);
        var rows = await db
            .PastExperiences.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(e => e.Id)
            .Take(rules.Experience.PastAtMost)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            [.. assignments.SelectMany(a => AssignmentsReading.Texts(a.Assignment).Append(a.Ratings)), .. rows.Select(e => e.Told)],
            cancellationToken
        );
        var past = Open(rows, unlocked);
        List<MappedWork> work =
        [
            .. assignments.Select(a =>
                Work(
                    AssignmentsReading.Open(a.Assignment, unlocked),
                    a.Ratings is { } ratings ? ProfileRatings.FromJson(unlocked.Open(ratings)) : new ProfileRatings()
                )
            ),
            .. past.Select(Work).OrderByDescending(w => w.FromYear ?? 0),
        ];
        return new OpenMap(ExperienceMap.Of(work), work, past);
    }

    /// <summary>What an archetype usually asks for is not what was met: only a profile that the person has looked at counts.</summary>
    private MappedWork Work(OpenAssignment a, ProfileRatings ratings) =>
        new(
            a.Id.Value,
            IsPast: false,
            a.Title,
            GoesOn: !a.IsEnded,
            (a.StartsOn ?? DateOnly.FromDateTime(a.BroughtAt.UtcDateTime)).Year,
            a.EndedOn?.Year,
            ExperienceMap.MetIn(ratings.Demand, ratings.Obstacles, rules.Experience),
            a.Lesson
        );

    private static MappedWork Work(OpenExperience e) =>
        new(
            e.Id.Value,
            IsPast: true,
            e.Told.Title ?? "",
            GoesOn: false,
            e.Told.FromYear,
            e.Told.ToYear ?? e.Told.FromYear,
            [
                .. e
                    .Told.Challenges.Select(Domain.Assignments.Guard.ChallengeDimension.Find)
                    .OfType<Domain.Assignments.Guard.ChallengeDimension>(),
            ],
            e.Told.Lesson ?? ""
        );

    private static List<OpenExperience> Open(IEnumerable<PastExperience> rows, Unlocked unlocked) =>
        [.. rows.Select(e => new OpenExperience(e.Id, PastExperienceContent.FromJson(unlocked.Open(e.Told)), e.ToldAt, e.Version))];
}
