using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>A pulse in a list.</summary>
public sealed record PulseLine(Pulse Pulse, string Unit, string Path);

/// <summary>One feature in a unit: its mean or why there is none, how far its people agree, and the change since the pulse before.</summary>
/// <param name="Agrees">Whether the views lie close enough together for a mean to speak for them.</param>
/// <param name="Change">Since the pulse before, to one decimal; null where there is none to compare with.</param>
/// <param name="ChangeIsClear">Whether the interval of the change leaves out zero.</param>
public sealed record FeatureResult(
    string Feature,
    GroupValue Score,
    GroupValue Favourable,
    bool Agrees,
    double? Change,
    bool ChangeIsClear
);

/// <summary>The result of a pulse in a unit.</summary>
/// <param name="Margin">Of the whole pulse; null without answers.</param>
public sealed record PulseResult(
    PulseLine Line,
    Unit Unit,
    IReadOnlyList<FeatureResult> Features,
    MarginResult? Margin,
    IReadOnlyList<Unit> Below,
    int Minimum
)
{
    /// <summary>Whether enough of those who were asked answered (DOMAIN 8.8).</summary>
    public bool IsRepresentative(PulseRules rules) =>
        Line.Pulse is { Answers: { } n, Invited: > 0 and var asked }
        && n >= rules.RepresentativeFromAnswers
        && (double)n / asked >= rules.RepresentativeFromRate;
}

/// <summary>Finds pulses and their results.</summary>
public sealed class PulseReading(FieldcraftDb db, InsightReading insight, Rules rules)
{
    private const int Shown = 40;
    private const double Z = 1.96;

    public async Task<string?> OwnPathAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return await db
            .People.Where(p => p.Id == me)
            .Join(db.Units, p => p.UnitId, u => (UnitId?)u.Id, (p, u) => u.Path)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The pulses around the viewer's unit, and for those who read Insight all; the newest first.</summary>
    public async Task<IReadOnlyList<PulseLine>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var own = await OwnPathAsync(viewer, cancellationToken) ?? "";
        var all = viewer.MayReadInsight();
        return await db
            .Pulses.AsNoTracking()
            .Join(
                db.Units,
                p => p.UnitId,
                u => u.Id,
                (p, u) =>
                    new
                    {
                        Pulse = p,
                        u.Name,
                        u.Path,
                    }
            )
            .Where(p => all || own.StartsWith(p.Path))
            .OrderByDescending(p => p.Pulse.OpenedAt)
            .ThenBy(p => p.Pulse.Id)
            .Take(Shown)
            .Select(p => new PulseLine(p.Pulse, p.Name, p.Path))
            .ToListAsync(cancellationToken);
    }

    public Task<PulseLine?> FindAsync(PulseId id, CancellationToken cancellationToken) =>
        db
            .Pulses.AsNoTracking()
            .Where(p => p.Id == id)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new PulseLine(p, u.Name, u.Path))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Null where the viewer may not read it, the pulse runs, or the unit is not among its units.</summary>
    /// <param name="unit">Null for the nearest to the viewer: their own unit where it has figures, else the whole.</param>
    public async Task<PulseResult?> ResultAsync(Viewer viewer, PulseId id, UnitId? unit, CancellationToken cancellationToken)
    {
        if (
            await FindAsync(id, cancellationToken) is not { } line
            || await insight.OpenAsync(line.Pulse.ReleaseId, cancellationToken) is not { } release
        )
        {
            return null;
        }

        var own = await OwnPathAsync(viewer, cancellationToken);
        var units = await insight.UnitsOfAsync(release, unit ?? line.Pulse.UnitId, cancellationToken);
        var chosen = unit is { } asked ? units.FirstOrDefault(u => u.Id == asked) : units.FirstOrDefault(u => u.Id == line.Pulse.UnitId);
        if (chosen is null || !chosen.Path.StartsWith(line.Path, StringComparison.Ordinal) || !viewer.MayReadFigures(chosen.Path, own))
        {
            return null;
        }

        var before = await BeforeAsync(line, cancellationToken);
        var whole = chosen.Id == line.Pulse.UnitId;
        // Whether a mean may speak for people is asked of a team; what lies above it is many teams, and has an interval.
        var isTeam = !units.Any(u => u.ParentId == chosen.Id);
        var features = PulseItems.Features.Select(f => ResultOf(release, before, f, chosen.Path, isTeam)).ToList();
        return new PulseResult(
            line,
            chosen,
            features,
            whole ? MarginOf(line.Pulse) : null,
            [
                .. units
                    .Where(u => u.ParentId == chosen.Id && viewer.MayReadFigures(u.Path, own))
                    .OrderBy(u => u.NameKey, StringComparer.Ordinal),
            ],
            release.Release.Minimum
        );
    }

    private async Task<OpenRelease?> BeforeAsync(PulseLine line, CancellationToken cancellationToken)
    {
        var (unit, opened) = (line.Pulse.UnitId, line.Pulse.OpenedAt);
        var before = await db
            .Pulses.AsNoTracking()
            .Where(p => p.UnitId == unit && p.OpenedAt < opened && p.ClosedAt != null)
            .OrderByDescending(p => p.OpenedAt)
            .Select(p => (ReleaseId?)p.ReleaseId)
            .FirstOrDefaultAsync(cancellationToken);
        return before is { } id ? await insight.OpenAsync(id, cancellationToken) : null;
    }

    private FeatureResult ResultOf(OpenRelease release, OpenRelease? before, string feature, string path, bool isTeam)
    {
        var here = release.Ask(path, _ => true);
        var (score, earlier) = (release.Of(feature, here), before?.Of(feature, before.Ask(path, _ => true)));
        double? change = null;
        var clear = false;
        if (score.Count is { } n && earlier?.Count is { } m)
        {
            var difference = (score.Sum / n) - (earlier.Sum / m);
            change = Math.Round(difference, 1, MidpointRounding.AwayFromZero);
            clear = Math.Abs(difference) > Z * Math.Sqrt((Variance(score, n) / n) + (Variance(earlier, m) / m));
        }

        return new FeatureResult(
            feature,
            score,
            release.Of(PulseDesk.FavourableOf(feature), here),
            !isTeam || Agrees(score),
            change,
            clear
        );
    }

    private bool Agrees(GroupValue score) =>
        score.Count is { } n && 1 - (Variance(score, n) / Agreement.VarianceAtRandom(PulseItems.Most)) >= rules.Pulses.AgreementFrom;

    private static double Variance(GroupValue value, int n) =>
        n < 2 ? 0 : Math.Max(0, (value.Squares - (value.Sum * value.Sum / n)) / (n - 1));

    private MarginResult? MarginOf(Pulse pulse) =>
        pulse.Answers is > 0 and var answers
            ? MarginOfError.Measure(new MarginInput(Math.Max(pulse.Population, answers), answers), rules.Pulses)
            : null;
}
