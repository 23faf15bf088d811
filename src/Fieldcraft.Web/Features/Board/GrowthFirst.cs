using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Experience;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features.Board;

/// <summary>What orders the board for this viewer.</summary>
public enum BoardOrderBy
{
    /// <summary>The gaps they chose, and what they have done before.</summary>
    Growth,

    /// <summary>The date, because they chose no gap.</summary>
    DateWithoutGaps,

    /// <summary>The date, because this session may not open what is theirs.</summary>
    DateWhileShut,

    /// <summary>The date, because they asked for a part of the board by name.</summary>
    DateAsAsked,
}

/// <summary>A challenge of the posting that builds one of the viewer's gaps, and how much.</summary>
public sealed record PostingReason(ChallengeDimension Dimension, string Capability, int Weight);

/// <summary>A posting as it lies for the viewer.</summary>
/// <param name="Match">Null where it builds none of their gaps, or would send them where nobody is sent to learn.</param>
public sealed record OrderedPosting(ReadPosting Posting, MatchedExperience? Match, IReadOnlyList<PostingReason> Reasons);

/// <summary>The board in the viewer's order: what fits, what too little is known of, the rest by date, and what would have to change first.</summary>
/// <param name="Gaps">Capability → what it weighs; empty where there are none.</param>
public sealed record OrderedBoard(
    BoardOrderBy By,
    IReadOnlyDictionary<string, decimal> Gaps,
    Catalogue? Catalogue,
    bool IsStrained,
    IReadOnlyList<OrderedPosting> Postings
)
{
    public IEnumerable<OrderedPosting> Of(ExperienceFit fit) => Postings.Where(p => p.Match?.Fit == fit);

    public IEnumerable<OrderedPosting> Rest => Postings.Where(p => p.Match is null);
}

/// <summary>
/// The growth-first order: the zone filters, the developmental value orders (DOMAIN 5.3, 15.2). Worked out from the viewer's own data when they look, and
/// kept nowhere: nobody else can see it.
/// </summary>
public sealed class GrowthFirst(
    Vault vault,
    GrowthReading growth,
    GapReading gaps,
    ReadinessReading readiness,
    BoardReading board,
    Rules rules,
    TimeProvider clock
)
{
    /// <summary>What a gap without a known size weighs: one level that matters much. It only orders; nothing of it is shown.</summary>
    private const decimal UnknownWeight = 2;

    /// <param name="capability">Only this one of the capabilities; null for every gap that the viewer chose.</param>
    public async Task<OrderedBoard> OrderAsync(Viewer viewer, PostingKind? kind, string? capability, CancellationToken cancellationToken)
    {
        var postings = (await board.ListAsync(viewer, kind, null, BoardReading.OrderedAtMost, cancellationToken)).ToList();
        if (viewer.SealedAccess(clock.GetUtcNow()) != SealedAccess.Open)
        {
            return ByDate(BoardOrderBy.DateWhileShut, postings);
        }

        var (own, pieces) = (
            await growth.SealedAsync(viewer, cancellationToken),
            await readiness.SealedAtOnceAsync(viewer, cancellationToken)
        );
        var unlocked = await vault.UnlockAsync(viewer, own.Texts.Concat(pieces.Texts), cancellationToken);
        var now = await gaps.OfAsync(GrowthReading.Open(own, unlocked), cancellationToken);
        var chosen = Chosen(now, capability);
        if (chosen.Count == 0)
        {
            return ByDate(BoardOrderBy.DateWithoutGaps, postings);
        }

        var before = readiness.Open(pieces, unlocked);
        var options = postings.Where(p => !p.IsMine).ToDictionary(p => p.Id.Value.ToString("n"), StringComparer.Ordinal);
        var matched = ExperienceMatching.Order(
            options.Select(o => Option(o.Key, o.Value.Wording, rules.Board)),
            chosen,
            ExperienceReading.Standing(before),
            new ExperienceWishes(),
            now.Catalogue,
            rules
        );
        var ordered = matched
            .Select(m => new OrderedPosting(options[m.Option.Key], m, Reasons(options[m.Option.Key].Wording, m, chosen, now.Catalogue)))
            .ToList();
        var met = ordered.Select(o => o.Posting.Id).ToHashSet();
        return new OrderedBoard(
            BoardOrderBy.Growth,
            chosen,
            now.Catalogue,
            before.StrainIsPositive,
            [.. ordered, .. postings.Where(p => !met.Contains(p.Id)).Select(p => new OrderedPosting(p, null, []))]
        );
    }

    public static OrderedBoard ByDate(BoardOrderBy by, IEnumerable<ReadPosting> postings) =>
        new(by, new Dictionary<string, decimal>(), null, false, [.. postings.Select(p => new OrderedPosting(p, null, []))]);

    /// <summary>A posting as work to take on: it asks strongly for what it names, and for nothing else.</summary>
    public static ExperienceOption Option(string key, PostingWording wording, BoardRules rules) =>
        new()
        {
            Key = key,
            Demand =
            [
                .. ChallengeDimension.Task.Select(d =>
                    (int?)(wording.Challenges.Contains(d.Id, StringComparer.Ordinal) ? rules.NamedDemand : 0)
                ),
            ],
            Obstacles = [.. ChallengeDimension.Obstacles.Select(_ => (int?)0)],
            IsBesideTheJob = true,
            Weeks = wording is { FromOn: { } from, UntilOn: { } until } ? Math.Max(1, (until.DayNumber - from.DayNumber + 6) / 7) : 0,
        };

    /// <summary>The challenges of a posting that build a gap, what counts most first. A reduction never stands among them (DOMAIN 15.2).</summary>
    private static IReadOnlyList<PostingReason> Reasons(
        PostingWording wording,
        MatchedExperience match,
        IReadOnlyDictionary<string, decimal> gaps,
        Catalogue catalogue
    ) =>
        [
            .. wording
                .Challenges.Where(c => c != ExperienceMatching.Reductions)
                .Select(ChallengeDimension.Find)
                .OfType<ChallengeDimension>()
                .SelectMany(d => gaps.Keys.Select(g => new PostingReason(d, g, catalogue.Weight(d, g))))
                .Where(r => r.Weight > 0)
                .OrderByDescending(r =>
                    match.Value.Parts.Where(p => p.Dimension == r.Dimension && p.Capability == r.Capability).Sum(p => p.Value)
                )
                .ThenByDescending(r => gaps[r.Capability] * r.Weight)
                .ThenBy(r => r.Dimension.Position)
                .ThenBy(r => r.Capability, StringComparer.Ordinal),
        ];

    private static Dictionary<string, decimal> Chosen(OpenGaps now, string? capability)
    {
        var aimed = now
            .Pictures.Where(p => p.Aim is not null && (capability is null || p.Capability == capability))
            .Select(p =>
                (
                    p.Capability,
                    Weight: p.Weight > 0 ? p.Weight
                    : p.Standing is null ? UnknownWeight
                    : 0
                )
            )
            .Where(p => p.Weight > 0)
            .ToDictionary(p => p.Capability, p => p.Weight, StringComparer.Ordinal);
        if (capability is not null && aimed.Count == 0 && now.Catalogue.Find(capability) is not null)
        {
            aimed[capability] = UnknownWeight;
        }

        return aimed;
    }
}
