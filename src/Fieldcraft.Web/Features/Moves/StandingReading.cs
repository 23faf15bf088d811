using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Checks;
using Fieldcraft.Web.Features.Experience;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>Where somebody stands before a move is looked at: aims, views and readiness.</summary>
public sealed record Standing(AimsContent Aims, IReadOnlyList<OpenCheck> Checks, ReadinessPicture Readiness, Catalogue Catalogue)
{
    public bool HasAims => Aims.Aims.Count > 0;

    public bool HasOwnView => Checks.Count > 0;

    /// <summary>Goals and gaps come before options (S2, DOMAIN 5.1). An own view of five minutes is enough.</summary>
    public bool IsOpen => HasAims && HasOwnView;

    /// <summary>The gaps that weigh, in levels, with how sure they are. An own view is as sure as one voice.</summary>
    public IReadOnlyList<GapWeight> Weights(Rules rules) =>
        [
            .. GapPictures
                .Of(Aims, Checks, Catalogue, rules)
                .Where(g => g is { Aim: not null, Standing: not null } && Catalogue.Find(g.Capability) is not null)
                .Select(g => new GapWeight(
                    g.Capability,
                    LeadershipLag.LevelOf(g.Aim!.Target) - LeadershipLag.LevelOf((decimal)g.Standing!.Value),
                    g.Aim.Importance,
                    LeadershipLag.HalfWidth(Math.Max(1, g.Others?.Raters ?? 1), rules.Gaps.PooledDeviation)
                )),
        ];
}

/// <summary>What a standing is made of, still sealed.</summary>
public sealed record SealedStanding(SealedReadiness Readiness, IReadOnlyList<LeadershipCheck> Checks)
{
    public IEnumerable<SealedText?> Texts => Readiness.Texts.Concat(Checks.SelectMany(c => new[] { c.SelfRatings, c.Report }));
}

/// <summary>Opens the viewer's own standing: three queries and one for the keys, so that a page beside it stays within its six.</summary>
public sealed class StandingReading(FieldcraftDb db, Vault vault, ReadinessReading readiness, FrameworkReading frameworks)
{
    /// <summary>More rounds than anybody holds in ten years.</summary>
    private const int ChecksRead = 30;

    public async Task<Standing> ForAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var pieces = await SealedAsync(viewer, cancellationToken);
        return await OpenAsync(pieces, await vault.UnlockAsync(viewer, pieces.Texts, cancellationToken), cancellationToken);
    }

    /// <summary>For pages that take out all their keys at once.</summary>
    public async Task<SealedStanding> SealedAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await WithAsync(viewer, await Checks(viewer).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The newest checks, still sealed: for a page that asks for them together with something of its own.</summary>
    public IQueryable<LeadershipCheck> Checks(Viewer viewer) =>
        db.LeadershipChecks.AsNoTracking().VisibleTo(viewer).OrderByDescending(c => c.RatedAt).Take(ChecksRead);

    /// <summary>What else a standing needs, beside checks that were asked for already.</summary>
    public async Task<SealedStanding> WithAsync(
        Viewer viewer,
        IReadOnlyList<LeadershipCheck> checks,
        CancellationToken cancellationToken
    ) => new(await readiness.SealedAsync(viewer, cancellationToken), checks);

    public async Task<Standing> OpenAsync(SealedStanding pieces, Unlocked unlocked, CancellationToken cancellationToken) =>
        new(
            pieces.Readiness.Single.FirstOrDefault(t => t.Field == nameof(GrowthAims.Aims)) is { } aims
                ? AimsContent.FromJson(unlocked.Open(aims))
                : new AimsContent(),
            [.. pieces.Checks.Select(c => GrowthReading.Open(c, unlocked)).OrderByDescending(c => c.At)],
            readiness.Open(pieces.Readiness, unlocked),
            await frameworks.InUseAsync(cancellationToken)
        );
}
