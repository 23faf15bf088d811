using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>A second opinion as its owner sees it. A declined one looks like one that waits.</summary>
public sealed record OpenOpinion(
    OpinionRequestId Id,
    OpinionGiver Giver,
    string Name,
    OpinionState State,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? GivenAt,
    GivenOpinion? Opinion
);

/// <summary>A plan as the page of its assignment names it: by its last day. Its title stays sealed here.</summary>
public sealed record PlanOfAssignment(PlanId Id, DateOnly EndsOn, bool IsEnded);

/// <summary>Everything the guard looks at for one assignment, opened for its owner.</summary>
/// <param name="Version">Of the profile; 0 while nothing of it is kept.</param>
/// <param name="Plans">The plans that belong to it, the newest first.</param>
/// <param name="AnsweredNow">Questions with a text in the present round.</param>
public sealed record OpenProfile(
    OpenAssignment Assignment,
    ProfileRatings Ratings,
    int Version,
    IReadOnlyList<OpenOpinion> Opinions,
    StrainReading Strain,
    int AnsweredNow,
    IReadOnlyList<PlanOfAssignment> Plans
)
{
    /// <summary>The newest second opinion counts; all of them are shown.</summary>
    public OpenOpinion? Counting => Given is [var newest, ..] ? newest : null;

    /// <summary>All that were given, the newest first.</summary>
    public IReadOnlyList<OpenOpinion> Given => [.. Opinions.Where(o => o.Opinion is not null).OrderByDescending(o => o.GivenAt)];

    /// <summary>Where one of them differs from the owner's view by so much that a talk is worth it (DOMAIN 1.6).</summary>
    public IReadOnlyList<OpinionDifference> Differences(OpenOpinion opinion, Rules rules) =>
        opinion.Opinion is { } theirs
            ? Domain.Assignments.Guard.Opinions.Differences(Ratings.ToGuardInput(false, theirs.ToSecondOpinion()), rules.Guard)
            : [];

    /// <summary>What the guard says: of the full profile once it was begun, of the quick form until then; null while there is neither.</summary>
    public GuardResult? Guard(Rules rules) =>
        Ratings.HasReadiness ? Full(Ratings, rules)
        : Ratings.HasHotParts ? OverstretchGuard.QuickLook(Ratings.ToQuickInput(Strain.IsPositive, rules.Guard), rules.Guard)
        : null;

    /// <summary>What the full rule says about these ratings, kept or only tried out.</summary>
    public GuardResult Full(ProfileRatings ratings, Rules rules) =>
        OverstretchGuard.Look(ratings.ToGuardInput(Strain.IsPositive, Counting?.Opinion?.ToSecondOpinion()), rules.Guard);
}

/// <summary>Opens profiles with what belongs to them: two queries and one for the keys.</summary>
public sealed class ProfileReading(FieldcraftDb db, Vault vault, StrainStates strain, Knowledge knowledge, Rules rules, TimeProvider clock)
{
    public async Task<OpenProfile?> FindAsync(Viewer viewer, AssignmentId id, CancellationToken cancellationToken)
    {
        var asked = db.OpinionRequests.AsNoTracking().VisibleTo(viewer);
        var found = await (
            from a in db.Assignments.AsNoTracking().VisibleTo(viewer)
            where a.Id == id
            join p in db.ChallengeProfiles.AsNoTracking() on a.Id equals p.AssignmentId into profiles
            from p in profiles.DefaultIfEmpty()
            select new
            {
                Assignment = a,
                Profile = p,
                Answered = db.Answers.Count(x => x.AssignmentId == a.Id && x.Round == a.Round && x.Text != null),
                Plans = db
                    .Plans.Where(x => x.OwnerId == a.OwnerId && x.AssignmentId == a.Id)
                    .OrderByDescending(x => x.StartedAt)
                    .Select(x => new PlanOfAssignment(x.Id, x.EndsOn, x.EndedAt != null))
                    .ToList(),
                Requests = asked.Where(r => r.AssignmentId == a.Id).OrderByDescending(r => r.Id).ToList(),
            }
        )
            // A handful of plans and a handful of requests: one query with both is cheaper than three.
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var checkIns = await strain.Recent(viewer).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            [
                .. AssignmentsReading.Texts(found.Assignment),
                found.Profile?.Ratings,
                .. found.Requests.SelectMany(r => new[] { r.Name, r.Opinion }),
                .. checkIns.Select(c => c.Answers),
            ],
            cancellationToken
        );
        var assignment = AssignmentsReading.Open(found.Assignment, unlocked);
        var now = clock.GetUtcNow();
        return new OpenProfile(
            assignment,
            found.Profile is { } profile
                ? ProfileRatings.FromJson(unlocked.Open(profile.Ratings))
                : Beginning(assignment.Archetype, knowledge),
            found.Profile?.Version ?? 0,
            [.. found.Requests.Select(r => Open(r, unlocked, now))],
            StrainCheck.Read(StrainStates.Open(checkIns, unlocked), rules.Strain),
            found.Answered,
            found.Plans
        );
    }

    /// <summary>What a profile begins with: the usual demands of the archetype, or nothing.</summary>
    public static ProfileRatings Beginning(string? archetype, Knowledge knowledge) =>
        knowledge.Archetype(archetype) is { } known ? ProfileRatings.Prefilled(known.Demands) : new ProfileRatings();

    private static OpenOpinion Open(OpinionRequest row, Unlocked unlocked, DateTimeOffset now) =>
        new(
            row.Id,
            row.Giver,
            unlocked.OpenOrEmpty(row.Name),
            row.StateAt(now),
            row.AskedAt,
            row.ExpiresAt,
            row.GivenAt,
            row.Opinion is { } opinion ? GivenOpinion.FromJson(unlocked.Open(opinion)) : null
        );
}
