using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Moves;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>Options, and the one person they are compared for. Scales as in the guard: lists, or objects by id.</summary>
internal sealed record MoveValueRequest
{
    public required IReadOnlyList<MoveRequest> Moves { get; init; }
    public required IReadOnlyList<GapWeightRequest> Gaps { get; init; }
    public JsonElement? Readiness { get; init; }
    public int? Efficacy { get; init; }
    public bool Strain { get; init; }

    /// <summary>What was sent as the domain wants it, and every scale with its place.</summary>
    public (ComparingInput Input, IReadOnlyList<ScaleAnswers> Answers) Read()
    {
        string[] task = [.. ChallengeDimension.Task.Select(d => d.Id)];
        string[] obstacles = [.. ChallengeDimension.Obstacles.Select(d => d.Id)];
        string[] support = [.. SupportItem.All.Select(item => item.Id)];
        var readiness = ScaleAnswers.Read("readiness", Readiness, task, isNeeded: true);
        var moves = Moves
            .Select(
                (m, i) =>
                    (
                        Sent: m,
                        Demand: ScaleAnswers.Read($"moves[{i}].demand", m.Demand, task, isNeeded: true),
                        Obstacles: ScaleAnswers.Read($"moves[{i}].obstacles", m.Obstacles, obstacles),
                        Support: ScaleAnswers.Read($"moves[{i}].support", m.Support, support)
                    )
            )
            .ToList();
        var input = new ComparingInput
        {
            Moves =
            [
                .. moves.Select(m => new ComparedMove(
                    m.Sent.Name,
                    m.Demand.Values,
                    m.Obstacles.Values,
                    m.Support.Values,
                    m.Sent.Interdependence
                )),
            ],
            Gaps = [.. Gaps.Select(g => new GapWeight(g.Capability, g.Gap, g.Importance, g.HalfWidth))],
            Readiness = readiness.Values,
            Efficacy = Efficacy,
            StrainIsPositive = Strain,
        };
        return (input, [readiness, .. moves.SelectMany(m => new[] { m.Demand, m.Obstacles, m.Support })]);
    }
}

internal sealed record MoveRequest
{
    public required string Name { get; init; }
    public JsonElement? Demand { get; init; }
    public JsonElement? Obstacles { get; init; }
    public JsonElement? Support { get; init; }
    public Interdependence Interdependence { get; init; } = Interdependence.Some;
}

/// <param name="Gap">Target minus present, in levels.</param>
/// <param name="Importance">1–3.</param>
/// <param name="HalfWidth">By how many levels the gap may be off.</param>
internal sealed record GapWeightRequest(string Capability, decimal Gap, int Importance = 1, decimal HalfWidth = 0);

/// <param name="TooCloseToCall">More than one comes first in some of the ways the uncertainty allows.</param>
internal sealed record MoveValueAnswer(IReadOnlyList<MoveAnswer> Moves, bool TooCloseToCall)
{
    public static MoveValueAnswer Of(ComparingResult r) => new([.. r.Moves.Select(MoveAnswer.Of)], r.TooCloseToCall);
}

/// <param name="Value">Null while nothing is known of what it asks for.</param>
/// <param name="Scaled">0–100 within this set only, the best 100.</param>
internal sealed record MoveAnswer(
    string Name,
    decimal? Value,
    decimal? Scaled,
    bool Leads,
    IReadOnlyList<MovePartAnswer> Parts,
    Zone Zone,
    decimal? EffectiveLoad,
    decimal? Hindrance,
    decimal? SupportIndex
)
{
    public static MoveAnswer Of(MoveResult r) =>
        new(
            r.Id,
            r.Value?.Total,
            r.Scaled,
            r.Leads,
            [
                .. (r.Value?.Parts ?? []).Select(p => new MovePartAnswer(
                    p.Capability,
                    p.Dimension.Id,
                    p.Stretch,
                    p.Credit,
                    p.Weight,
                    p.Value
                )),
            ],
            r.Guard.Zone,
            r.Guard.EffectiveLoad,
            r.Guard.Hindrance,
            r.Guard.SupportIndex
        );
}

internal sealed record MovePartAnswer(string Capability, string Dimension, decimal Stretch, decimal Credit, int Weight, decimal Value);
