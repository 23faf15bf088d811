using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experience.ShowMap;

/// <summary>What was had, what is on, what was not yet met: picture and table.</summary>
public sealed class ShowMapModel(
    MapReading reading,
    FrameworkReading frameworks,
    Knowledge knowledge,
    Rules rules,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int KindsShown = 3;

    public OpenMap Open { get; private set; } = null!;

    public Catalogue Catalogue { get; private set; } = null!;

    public TimePicture Picture { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await reading.MapAsync(viewer, cancellationToken);
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        Picture = TimePicture.Of(Open.Map, words.Today(clock.GetUtcNow()).Year);
    }

    /// <summary>Work in which a challenge is usually strong; none for what nobody is sent to (DOMAIN 15.2).</summary>
    public WhereToMeet WhereToMeet(ChallengeDimension dimension) =>
        new(
            dimension,
            [
                .. knowledge
                    .Archetypes.Where(a =>
                        dimension.Id != ExperienceMatching.Reductions
                        && a.Demands[dimension.Id] >= rules.Experience.MetFromDemand
                        && !ExperienceMatching.IsWrongMeans(ExperienceReading.Option(a))
                    )
                    .OrderByDescending(a => a.Demands[dimension.Id])
                    .Take(KindsShown),
            ]
        );

    public static string AddressOf(MappedWork work) =>
        work.IsPast
            ? ExperienceLinks.One(PastExperienceId.From(work.Id))
            : AssignmentsLinks.One(Domain.Assignments.AssignmentId.From(work.Id));

    /// <summary>"2019–2022", "since 2024", or nothing where no year was told.</summary>
    public static string Years(MappedWork work, Words words) =>
        work.FromYear is not { } from ? ""
        : work.GoesOn ? words["experience.since", from]
        : work.ToYear is { } to && to != from ? words["experience.years", from, to]
        : $"{from}";
}

/// <summary>Kinds of work in which a challenge that was not yet met usually is.</summary>
public sealed record WhereToMeet(ChallengeDimension Dimension, IReadOnlyList<Archetype> Work);

/// <summary>The map as a picture: a line for each challenge, a stretch of it for each piece of work. Percent of the width.</summary>
public sealed record TimePicture(int FirstYear, int LastYear, IReadOnlyList<TimeLine> Lines)
{
    private const int ShortestSpan = 4;

    public static TimePicture Of(ExperienceMap map, int now)
    {
        var years = map.Task.Concat(map.Obstacles).SelectMany(r => r.Met).Select(w => w.FromYear).OfType<int>();
        var first = Math.Min(years.DefaultIfEmpty(now).Min(), now - ShortestSpan);
        // A year is as wide as any other, the present one included.
        var width = 100d / (now + 1 - first);
        return new TimePicture(
            first,
            now,
            [
                .. map.Task.Select(r => new TimeLine(
                    r,
                    [
                        .. r
                            .Met.Where(w => w.FromYear is not null)
                            .Select(w => new TimeStretch(
                                w,
                                (w.FromYear!.Value - first) * width,
                                (
                                    Math.Max(w.FromYear.Value, Math.Min(now, w.GoesOn ? now : w.ToYear ?? w.FromYear.Value))
                                    + 1
                                    - w.FromYear.Value
                                ) * width
                            ))
                            .Where(s => s.At <= 100),
                    ]
                )),
            ]
        );
    }
}

public sealed record TimeLine(MapRow Row, IReadOnlyList<TimeStretch> Stretches);

public sealed record TimeStretch(MappedWork Work, double At, double Width);
