using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>
/// What an assignment asks for and how ready its owner is (DOMAIN 1.6): one for each assignment, kept half-way as well. All its
/// numbers are sealed together; whoever opens the database sees that there is a profile, and nothing of it.
/// </summary>
public sealed class ChallengeProfile : Aggregate<ChallengeProfileId>
{
    private ChallengeProfile(ChallengeProfileId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public AssignmentId AssignmentId { get; private set; }

    /// <summary><see cref="ProfileRatings"/> as JSON.</summary>
    public SealedText Ratings { get; private set; } = null!;
    public DateTimeOffset ChangedAt { get; private set; }

    public static ChallengeProfile Begin(
        ChallengeProfileId id,
        Assignment assignment,
        ProfileRatings ratings,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var profile = new ChallengeProfile(id) { OwnerId = assignment.OwnerId, AssignmentId = assignment.Id };
        profile.Rate(ratings, sealer, now);
        return profile;
    }

    /// <summary>Takes the ratings as they are now. Their <see cref="ProfileRatings.Problems"/> are looked at before.</summary>
    public void Rate(ProfileRatings ratings, ISealer sealer, DateTimeOffset now)
    {
        Ratings = sealer.Seal(nameof(Ratings), ratings.ToJson());
        ChangedAt = now;
        Happened(new ProfileRated(OwnerId.Value, AssignmentId.Value, now));
    }
}
