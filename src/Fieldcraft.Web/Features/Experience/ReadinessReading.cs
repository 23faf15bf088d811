using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>What is known of somebody before a piece of work is looked at. What nobody said stays unknown.</summary>
/// <param name="Known">Task dimension id → readiness and where it comes from.</param>
/// <param name="Support">Support item id → the answer in the newest profile that has any: who usually helps.</param>
/// <param name="Efficacy">1–5, from the newest profile that says it.</param>
/// <param name="StrainIsPositive">The strain check, which overrules every number of the guard.</param>
public sealed record ReadinessPicture(
    IReadOnlyDictionary<string, KnownReadiness> Known,
    IReadOnlyDictionary<string, int?> Support,
    int? Efficacy,
    bool StrainIsPositive
)
{
    /// <summary>Twelve, in the order of <see cref="ChallengeDimension.Task"/>, as the guard wants them.</summary>
    public IReadOnlyList<int?> Listed => [.. ChallengeDimension.Task.Select(d => Known.GetValueOrDefault(d.Id)?.Value)];
}

/// <summary>What readiness is made of, still sealed.</summary>
public sealed record SealedReadiness(IReadOnlyList<SealedText> Single, IReadOnlyList<SealedProfile> Profiles)
{
    public IEnumerable<SealedText> Texts => Single.Concat(Profiles.Select(p => p.Ratings));
}

/// <summary>One profile and the assignment it is of; null where nobody asks where a readiness comes from.</summary>
public sealed record SealedProfile(AssignmentId? Assignment, SealedText Ratings);

/// <summary>Opens what the viewer said, rated and told about their readiness: two queries and one for the keys.</summary>
public sealed class ReadinessReading(FieldcraftDb db, Vault vault, StrainStates strain, Rules rules)
{
    /// <summary>Older profiles say little about today.</summary>
    private const int ProfilesRead = 20;

    public async Task<ReadinessPicture> ForAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var pieces = await SealedAsync(viewer, cancellationToken);
        return Open(pieces, await vault.UnlockAsync(viewer, pieces.Texts, cancellationToken));
    }

    /// <summary>The pieces, in two queries: for pages that take out all their keys at once.</summary>
    public async Task<SealedReadiness> SealedAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        // Each sealed text says itself what it is, so that three kinds of rows can come as one list.
        var single = await db
            .GrowthAims.AsNoTracking()
            .Where(a => a.OwnerId == me)
            .Select(a => a.Aims)
            .Concat(db.PastExperiences.VisibleTo(viewer).Select(e => e.Told))
            .Concat(strain.Recent(viewer).Select(c => c.Answers))
            .ToListAsync(cancellationToken);
        var profiles = await db
            .ChallengeProfiles.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(p => p.ChangedAt)
            .Take(ProfilesRead)
            .Select(p => new SealedProfile(p.AssignmentId, p.Ratings))
            .ToListAsync(cancellationToken);
        return new SealedReadiness(single, profiles);
    }

    /// <summary>The pieces in one query, for pages that do not say which assignment a readiness comes from.</summary>
    public async Task<SealedReadiness> SealedAtOnceAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var dated = await db
            .GrowthAims.AsNoTracking()
            .Where(a => a.OwnerId == me)
            .Select(a => new { Text = a.Aims, At = a.ChangedAt })
            .Concat(db.PastExperiences.VisibleTo(viewer).Select(e => new { Text = e.Told, At = e.ToldAt }))
            .Concat(strain.Recent(viewer).Select(c => new { Text = c.Answers, At = c.WrittenAt }))
            .Concat(
                db.ChallengeProfiles.VisibleTo(viewer)
                    .OrderByDescending(p => p.ChangedAt)
                    .Take(ProfilesRead)
                    .Select(p => new { Text = p.Ratings, At = p.ChangedAt })
            )
            .ToListAsync(cancellationToken);
        var profiles = dated.Where(d => d.Text.Field == nameof(ChallengeProfile.Ratings)).OrderByDescending(d => d.At).ToList();
        return new SealedReadiness(
            [.. dated.Except(profiles).Select(d => d.Text)],
            [.. profiles.Select(p => new SealedProfile(null, p.Text))]
        );
    }

    public ReadinessPicture Open(SealedReadiness pieces, Unlocked unlocked)
    {
        var said = pieces.Single.FirstOrDefault(t => t.Field == nameof(GrowthAims.Aims)) is { } aims
            ? AimsContent.FromJson(unlocked.Open(aims)).Readiness
            : new Dictionary<string, int?>(StringComparer.Ordinal);
        // The ids of documents carry the time they were made.
        var checkIns = pieces
            .Single.Where(t => t.Field == nameof(CheckIn.Answers))
            .OrderBy(t => t.Document)
            .Select(t => CheckIn.FromJson(unlocked.Open(t)));
        var past = pieces
            .Single.Where(t => t.Field == nameof(PastExperience.Told))
            .OrderByDescending(t => t.Document)
            .Select(t => new PastChallenges(t.Document, PastExperienceContent.FromJson(unlocked.Open(t)).Challenges));
        var profiles = pieces.Profiles.Select(p => (p.Assignment, Ratings: ProfileRatings.FromJson(unlocked.Open(p.Ratings)))).ToList();
        return new ReadinessPicture(
            Domain.Experience.Readiness.Of(
                said,
                [.. profiles.Select(p => new ProfiledReadiness(p.Assignment?.Value, p.Ratings.Readiness))],
                [.. past],
                rules.Experience
            ),
            profiles.Select(p => p.Ratings.Support).FirstOrDefault(s => s.Values.Any(v => v is not null))
                ?? new Dictionary<string, int?>(StringComparer.Ordinal),
            profiles.Select(p => p.Ratings.Efficacy).FirstOrDefault(e => e is not null),
            StrainCheck.Read(checkIns, rules.Strain).IsPositive
        );
    }
}
