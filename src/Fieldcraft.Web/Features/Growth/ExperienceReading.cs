using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Alongside;
using Fieldcraft.Web.Features.Experience;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>A challenge that builds a capability, and how much (DOMAIN 1.4).</summary>
public sealed record BuildingChallenge(ChallengeDimension Dimension, int Weight);

/// <summary>What would close one gap of one person: both ways, each with its reason.</summary>
/// <param name="Challenges">Task challenges that build it, the strongest first; reductions are never among them.</param>
/// <param name="Work">Work to take on, ordered by zone and then by value.</param>
public sealed record GapExperiences(
    OpenGaps Gaps,
    GapPicture Gap,
    Catalogue Catalogue,
    ReadinessPicture Before,
    IReadOnlyList<BuildingChallenge> Challenges,
    IReadOnlyList<MatchedExperience> Work,
    IReadOnlyList<ReadOffer> Offers,
    IReadOnlyList<BesideStory> Stories
)
{
    public IEnumerable<MatchedExperience> Of(ExperienceFit fit) => Work.Where(w => w.Fit == fit);
}

/// <summary>Gathers both ways of closing a gap. The order is worked out from the viewer's own data and public content; nobody else's is opened.</summary>
public sealed class ExperienceReading(
    Vault vault,
    GrowthReading growth,
    GapReading gaps,
    ReadinessReading readiness,
    BesideReading beside,
    OffersReading offers,
    Knowledge knowledge,
    Rules rules
)
{
    private const int OffersShown = 3;

    /// <summary>What a gap without a known size weighs: one level that matters much. It only orders; nothing of it is shown.</summary>
    private const decimal UnknownWeight = 2;

    /// <summary>Null when there is no such capability.</summary>
    public async Task<GapExperiences?> FindAsync(
        Viewer viewer,
        string capability,
        ExperienceWishes wishes,
        CancellationToken cancellationToken
    )
    {
        var (own, pieces) = (
            await growth.SealedAsync(viewer, cancellationToken),
            await readiness.SealedAtOnceAsync(viewer, cancellationToken)
        );
        var unlocked = await vault.UnlockAsync(viewer, own.Texts.Concat(pieces.Texts), cancellationToken);
        var now = await gaps.OfAsync(GrowthReading.Open(own, unlocked), cancellationToken);
        var catalogue = now.CatalogueOf(capability);
        if (catalogue.Find(capability) is null)
        {
            return null;
        }

        var gap =
            now.Pictures.FirstOrDefault(p => p.Capability == capability) ?? GapPictures.Picture(capability, null, now.Growth.Checks, rules);
        var before = readiness.Open(pieces, unlocked);
        var challenges = Building(catalogue, capability);
        return new GapExperiences(
            now,
            gap,
            catalogue,
            before,
            challenges,
            ExperienceMatching.Order(
                // Whoever has people reporting to them has led people for the first time.
                knowledge.Archetypes.Where(a => !viewer.HasReports || a.Id != Archetype.FirstSupervision).Select(Option),
                new Dictionary<string, decimal>(StringComparer.Ordinal) { [capability] = gap.Weight > 0 ? gap.Weight : UnknownWeight },
                Standing(before),
                wishes,
                catalogue,
                rules
            ),
            await offers.ListAsync(viewer, new OfferQuestion(null, null, capability), null, OffersShown, cancellationToken),
            await beside.StoriesAsync(null, [.. challenges.Select(c => c.Dimension.Id)], cancellationToken)
        );
    }

    /// <summary>The task challenges that build a capability, strongest first; without reductions, which nobody is sent to (DOMAIN 15.2).</summary>
    public static IReadOnlyList<BuildingChallenge> Building(Catalogue catalogue, string capability) =>
        [
            .. ChallengeDimension
                .Task.Where(d => d.Id != ExperienceMatching.Reductions)
                .Select(d => new BuildingChallenge(d, catalogue.Weight(d, capability)))
                .Where(c => c.Weight > 0)
                .OrderByDescending(c => c.Weight),
        ];

    public static ExperienceOption Option(Archetype archetype) =>
        new()
        {
            Key = archetype.Id,
            Demand = [.. ChallengeDimension.Task.Select(d => (int?)archetype.Demands[d.Id])],
            Obstacles = [.. ChallengeDimension.Obstacles.Select(d => (int?)archetype.Demands[d.Id])],
            Interdependence = archetype.Interdependence,
            Place = archetype.Place,
            IsBesideTheJob = archetype.Beside,
            Weeks = archetype.Weeks,
        };

    public static PersonStanding Standing(ReadinessPicture before) =>
        new()
        {
            Readiness = before.Listed,
            Support = [.. SupportItem.All.Select(s => before.Support.GetValueOrDefault(s.Id))],
            Efficacy = before.Efficacy,
            IsStrained = before.StrainIsPositive,
        };
}
