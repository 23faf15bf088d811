using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Frameworks;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>
/// The calculators over HTTP. Each takes numbers, gives numbers and keeps nothing; a number that is missing, off its scale or of
/// the wrong kind is answered with 422 and the place of each.
/// </summary>
internal static class CalculationsApi
{
    public static void Map(RouteGroupBuilder calculations)
    {
        Calculator<GuardRequest, GuardAnswer>(
            calculations,
            "guard",
            "Guard",
            "Overstretch by the rule of thumb, from a full profile or a quick look.",
            Guard
        );
        Calculator<GapRequest, GapAnswer>(
            calculations,
            "gap",
            "Gap",
            "A development gap with its interval, and how the own view lies to it.",
            Gap
        );
        Calculator<AgreementRequest, AgreementAnswer>(
            calculations,
            "agreement",
            "Agreement",
            "How far raters agree: rwg, rwg(J), average deviation.",
            Agree
        );
        Calculator<ReliableChangeRequest, ReliableChangeAnswer>(
            calculations,
            "reliable-change",
            "ReliableChange",
            "Whether a change is more than the unreliability of the measure.",
            Change
        );
        Calculator<PromoterRequest, PromoterAnswer>(
            calculations,
            "nps",
            "NetPromoterScore",
            "A net promoter score in points, with its intervals.",
            Promoters
        );
        Calculator<PromoterChangeRequest, PromoterChangeAnswer>(
            calculations,
            "nps-change",
            "NetPromoterScoreChange",
            "How far a net promoter score moved, and how many answers it takes to see it.",
            PromoterMove
        );
        Calculator<WilsonRequest, WilsonAnswer>(calculations, "wilson", "Wilson", "The 95 % Wilson interval of a proportion.", Wilson);
        Calculator<MarginRequest, MarginAnswer>(
            calculations,
            "margin-of-error",
            "MarginOfError",
            "The margin of error of a survey of a finite group.",
            Margin
        );
        Calculator<ReleaseRequest, ReleaseTable>(
            calculations,
            "release",
            "Release",
            "Which groups of a tree may be shown: those that are a union of fixed parts of the minimum size; the others name the rule.",
            Release
        );
        Calculator<LagRequest, LagAnswer>(
            calculations,
            "lag",
            "Lag",
            "How the pace of a career lies to the pace of growth, with the active months of its window.",
            Lag
        );
        calculations
            .MapPost("/move-value", MoveValueAsync)
            .WithName("CalculateMoveValue")
            .WithSummary("What options are worth for somebody's aims, with the zone of each beside it and whether it is too close to call.")
            .Accepts<MoveValueRequest>("application/json")
            .Produces<MoveValueAnswer>();
    }

    private static void Calculator<TRequest, TAnswer>(
        RouteGroupBuilder calculations,
        string address,
        string name,
        string summary,
        Func<TRequest, Rules, Calculated> calculate
    )
        where TRequest : class =>
        calculations
            .MapPost(
                $"/{address}",
                async (HttpRequest request, Rules rules, CancellationToken cancellationToken) =>
                    await CalculationBody.AnswerAsync<TRequest>(request, asked => calculate(asked, rules), cancellationToken)
            )
            .WithName($"Calculate{name}")
            .WithSummary(summary)
            .Accepts<TRequest>("application/json")
            .Produces<TAnswer>();

    private static Calculated Guard(GuardRequest asked, Rules rules)
    {
        if (asked.Quick is { } quick)
            return QuickGuard(asked, quick, rules.Guard);

        var dimensions = ChallengeDimension.Task.Select(d => d.Id).ToArray();
        var demand = ScaleAnswers.Read("demand", asked.Demand, dimensions, isNeeded: true);
        var readiness = ScaleAnswers.Read("readiness", asked.Readiness, dimensions, isNeeded: true);
        var obstacles = ScaleAnswers.Read("obstacles", asked.Obstacles, [.. ChallengeDimension.Obstacles.Select(d => d.Id)]);
        var support = ScaleAnswers.Read("support", asked.Support, [.. SupportItem.All.Select(item => item.Id)]);
        var otherDemand = ScaleAnswers.Read("secondOpinion.demand", asked.SecondOpinion?.Demand, dimensions);
        var otherReadiness = ScaleAnswers.Read("secondOpinion.readiness", asked.SecondOpinion?.Readiness, dimensions);
        ScaleAnswers[] all = [demand, readiness, obstacles, support, otherDemand, otherReadiness];
        if (all.SelectMany(answers => answers.Problems).ToList() is { Count: > 0 } misshapen)
            return Calculated.Refused(misshapen);

        var input = new GuardInput
        {
            Demand = demand.Values,
            Readiness = readiness.Values,
            Obstacles = obstacles.Values,
            Support = support.Values,
            Efficacy = asked.Efficacy,
            StrainIsPositive = asked.Strain,
            SecondOpinion = asked.SecondOpinion is null ? null : new SecondOpinion(otherDemand.Values, otherReadiness.Values),
        };
        return Calculated.Unless(
            [.. input.Problems().Select(problem => ScaleAnswers.AsSent(problem, all))],
            () => GuardAnswer.Of(OverstretchGuard.Look(input, rules.Guard))
        );
    }

    private static Calculated QuickGuard(GuardRequest asked, QuickRequest quick, GuardRules rules)
    {
        if (asked.Demand is not null || asked.Readiness is not null)
            return Calculated.Refused([new InputProblem("quick", "not-with-a-full-profile")]);

        var support = ScaleAnswers.Read("quick.support", quick.Support ?? asked.Support, [.. SupportItem.All.Select(item => item.Id)]);
        if (support.Problems is { Count: > 0 } misshapen)
            return Calculated.Refused(misshapen);

        var input = new QuickInput
        {
            Parts = quick.Parts,
            Support = support.Values,
            Efficacy = asked.Efficacy,
            StrainIsPositive = asked.Strain,
        };
        return Calculated.Unless(
            [.. input.Problems(rules).Select(problem => ScaleAnswers.AsSent(problem, support))],
            () => GuardAnswer.Of(OverstretchGuard.QuickLook(input, rules))
        );
    }

    private static Calculated Gap(GapRequest asked, Rules rules)
    {
        var input = new GapInput
        {
            Target = asked.Target,
            Self = asked.Self,
            Others = asked.Others,
            PooledDeviation = asked.Sigma,
            ReferenceDeviation = asked.ReferenceSd,
            Prior = asked.Prior is { } prior ? new GapPrior(prior.Mu, prior.Tau) : null,
        };
        return Calculated.Unless(input.Problems(rules.Gaps), () => GapAnswer.Of(DevelopmentGap.Measure(input, rules.Gaps)));
    }

    private static Calculated Agree(AgreementRequest asked, Rules rules)
    {
        var input = new AgreementInput(asked.Rows(), asked.ScalePoints);
        return Calculated.Unless(
            [.. input.Problems().Select(asked.AsSent)],
            () => AgreementAnswer.Of(Agreement.Measure(input, rules.Agreement), input.Ratings[0].Count)
        );
    }

    private static Calculated Change(ReliableChangeRequest asked, Rules rules)
    {
        var input = new ChangeInput(asked.Change, asked.Sd, asked.Reliability);
        return Calculated.Unless(input.Problems(), () => ReliableChangeAnswer.Of(ReliableChange.Judge(input)));
    }

    private static Calculated Promoters(PromoterRequest asked, Rules rules)
    {
        var counts = asked.Counts();
        return Calculated.Unless(counts.Problems(), () => PromoterAnswer.Of(NetPromoterScore.Measure(counts)));
    }

    private static Calculated PromoterMove(PromoterChangeRequest asked, Rules rules)
    {
        var (before, after) = (asked.Before.Counts(), asked.After.Counts());
        return Calculated.Unless(
            [.. before.Problems("before."), .. after.Problems("after."), .. InputProblems.Outside("detect", asked.Detect, 0.01, 200)],
            () => PromoterChangeAnswer.Of(PromoterChange.Compare(before, after), before, asked.Detect)
        );
    }

    private static Calculated Wilson(WilsonRequest asked, Rules rules)
    {
        var input = new ProportionInput(asked.Successes, asked.N);
        return Calculated.Unless(input.Problems(), () => WilsonAnswer.Of(input, Proportion.Wilson(input)));
    }

    private static Calculated Margin(MarginRequest asked, Rules rules)
    {
        var input = new MarginInput(asked.Population, asked.N, asked.P, asked.Favourable);
        return Calculated.Unless(
            [.. input.Problems(), .. InputProblems.Outside("margin", asked.Margin, 0.01, 100)],
            () => MarginAnswer.Of(MarginOfError.Measure(input, rules.Pulses), asked)
        );
    }

    private static Calculated Release(ReleaseRequest asked, Rules rules) =>
        Calculated.Unless(asked.Problems(), () => ReleaseTable.Of(asked));

    private static Calculated Lag(LagRequest asked, Rules rules)
    {
        var input = asked.ToInput();
        return Calculated.Unless(
            [.. input.Problems(), .. asked.Window?.Problems(rules.Lag) ?? []],
            () => LagAnswer.Of(LeadershipLag.Measure(input, rules.Lag, rules.Gaps), asked.Window?.Before(rules.Lag))
        );
    }

    /// <summary>The one calculator that needs the catalogue: which challenge builds what is the framework's to say.</summary>
    private static async Task<IResult> MoveValueAsync(
        HttpRequest request,
        Rules rules,
        FrameworkReading frameworks,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await frameworks.InUseAsync(cancellationToken);
        return await CalculationBody.AnswerAsync<MoveValueRequest>(request, asked => MoveValue(asked, catalogue, rules), cancellationToken);
    }

    private static Calculated MoveValue(MoveValueRequest asked, Catalogue catalogue, Rules rules)
    {
        var read = asked.Read();
        var all = read.Answers;
        if (all.SelectMany(answers => answers.Problems).ToList() is { Count: > 0 } misshapen)
            return Calculated.Refused(misshapen);

        return Calculated.Unless(
            [.. read.Input.Problems(catalogue, rules.Value).Select(problem => ScaleAnswers.AsSent(problem, all))],
            () => MoveValueAnswer.Of(MoveComparing.Compare(read.Input, catalogue, rules.Guard, rules.Value))
        );
    }
}
