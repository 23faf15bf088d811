using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Growth;

internal static class GapsApi
{
    private const string MakesSomethingNew = "It makes something new of the owner's own; there is no version to meet.";

    public static void Map(RouteGroupBuilder gaps)
    {
        gaps.MapGet("/", ListAsync)
            .WithName("ListGaps")
            .WithSummary(
                "Your gaps, the widest first, then what was looked at without being an aim. Figures of others only where enough have answered."
            )
            .Produces<IReadOnlyList<GapJson>>();
        gaps.MapGet("/{capability}/experiences", ExperiencesAsync)
            .WithName("ListExperiences")
            .WithSummary("Work that would close a gap of yours: by zone first, by developmental value second.")
            .Produces<IReadOnlyList<ExperienceJson>>();
        gaps.MapPost("/{capability}/assignments", BringAsync)
            .WithName("BringFromGap")
            .WithSummary("Brings an archetype as an assignment of yours, with the gap it is for.")
            .WithoutVersion(MakesSomethingNew)
            .Produces<Made>(201);
        gaps.MapPost("/{capability}/behaviours", PractiseAsync)
            .WithName("PractiseFromGap")
            .WithSummary("Puts the capability into your running plan as a behaviour, or starts a plan with it.")
            .WithoutVersion(MakesSomethingNew)
            .Produces<Made>(201);
    }

    private static async Task<IResult> ListAsync(GapReading reading, Viewer viewer, Words words, CancellationToken cancellationToken)
    {
        var now = await reading.ReadAsync(viewer, cancellationToken);
        return Results.Ok<IReadOnlyList<GapJson>>([
            .. now.Pictures.Select(p => GapJson.Of(p, now.CatalogueOf(p.Capability).NameOf(p.Capability, words))),
        ]);
    }

    private static async Task<IResult> ExperiencesAsync(
        string capability,
        ExperienceReading reading,
        Viewer viewer,
        CancellationToken cancellationToken,
        int? weeks = null,
        WorkPlace? place = null,
        bool beside = false
    )
    {
        var wishes = new ExperienceWishes
        {
            WeeksAtMost = weeks,
            FarthestPlace = place,
            OnlyBesideTheJob = beside,
        };
        return await reading.FindAsync(viewer, capability, wishes, cancellationToken) is { } now
            ? Results.Ok<IReadOnlyList<ExperienceJson>>([.. now.Work.Select(ExperienceJson.Of)])
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> BringAsync(
        string capability,
        OptionBody body,
        ExperienceReading reading,
        Knowledge knowledge,
        TakingOn takingOn,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, capability, new ExperienceWishes(), cancellationToken) is not { } now)
        {
            return Problem.NotFound.Result();
        }

        if (knowledge.Archetype(body.Option) is not { } archetype)
        {
            return InputProblem.Unknown("option");
        }

        var id = (await takingOn.BringAsync(now, archetype, cancellationToken)).Value;
        return Results.Created($"/api/v1/assignments/{id}", new Made(id));
    }

    private static async Task<IResult> PractiseAsync(
        string capability,
        OptionBody body,
        ExperienceReading reading,
        Knowledge knowledge,
        TakingOn takingOn,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, capability, new ExperienceWishes(), cancellationToken) is not { } now)
        {
            return Problem.NotFound.Result();
        }

        if (body.Option is not null && knowledge.Archetype(body.Option) is null)
        {
            return InputProblem.Unknown("option");
        }

        var outcome = await takingOn.PractiseAsync(now, knowledge.Archetype(body.Option), cancellationToken);
        return outcome.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/plans/{outcome.Value.Value}", new Made(outcome.Value.Value));
    }
}

/// <summary>An archetype by id; null for none.</summary>
internal sealed record OptionBody(string? Option = null);

/// <summary>A gap of one's own. Ratings are on 1–7; null is not known, or not shown because too few answered.</summary>
internal sealed record GapJson(
    string Capability,
    string Name,
    int? Target,
    int? Importance,
    int? Own,
    int? Raters,
    double? OthersMean,
    double? DevelopmentGap,
    Interval? Interval,
    PictureClarity? Clarity,
    bool Clear,
    bool SelfViewOnly,
    bool Spread,
    bool Withheld,
    ViewComparison? View,
    GapChangeJson? Change
)
{
    public static GapJson Of(GapPicture gap, string name)
    {
        var shown = Shown(gap);
        return new(
            gap.Capability,
            name,
            gap.Aim?.Target,
            gap.Aim?.Importance,
            gap.Own,
            gap.Others?.Raters,
            shown?.Mean,
            gap.Result?.Gap,
            shown is null ? null : gap.Result?.Interval,
            gap.Result?.Clarity,
            gap.Result?.IsClear ?? false,
            gap.Result?.IsSelfViewOnly ?? false,
            gap.IsSpread,
            gap.IsWithheld,
            gap.Result?.Comparison,
            gap.Change is { } change
                ? new GapChangeJson(change.Before, change.After, change.Result.IsReliable, change.Result.SmallestReliableChange)
                : null
        );
    }

    // As on the page: no mean alone where views differ much, none where it would give an answer away.
    private static GroupView? Shown(GapPicture gap) => gap is { IsSpread: false, Others.IsBand: false } ? gap.Others : null;
}

internal sealed record GapChangeJson(double Before, double After, bool Clear, double SmallestClearChange);

/// <summary>Work to take on, as it lies for the caller.</summary>
internal sealed record ExperienceJson(
    string Option,
    ExperienceFit Fit,
    Zone Zone,
    decimal? EffectiveLoad,
    decimal Value,
    IReadOnlyList<ValuePartJson> Parts
)
{
    public static ExperienceJson Of(MatchedExperience way) =>
        new(
            way.Option.Key,
            way.Fit,
            way.Guard.Zone,
            way.Guard.EffectiveLoad,
            way.Value.Total,
            [.. way.Value.Parts.Select(p => new ValuePartJson(p.Capability, p.Dimension.Id, p.Stretch, p.Credit, p.Weight, p.Value))]
        );
}

internal sealed record ValuePartJson(string Capability, string Dimension, decimal Stretch, decimal Credit, int Weight, decimal Value);
