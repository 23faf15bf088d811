using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Outcomes.Figures;

/// <summary>What a file of figures does, in the shape of every import. <c>leave</c> counts lines that say what stands there already.</summary>
/// <param name="Plan">Names this plan; confirming another one is refused.</param>
public sealed record FigureReport(int Create, int Change, int Leave, int Refuse, string Plan, IReadOnlyList<FigureReportRow> Rows)
{
    public static FigureReport Of(FigurePlan plan, OutcomeMeasure measure, Words words) =>
        new(
            plan.Create,
            plan.Change,
            plan.Unchanged,
            plan.Refused.Count,
            plan.Fingerprint,
            [
                .. plan.Refused.Select(p => new FigureReportRow(
                    p.Line,
                    p.Column,
                    p.Value,
                    p.Code,
                    words[$"outcomes.reason.{p.Code}", p.Value],
                    "refuse"
                )),
                .. plan
                    .Taken.Where(t => t.Replaces is not null)
                    .Select(t => new FigureReportRow(
                        t.Line,
                        "week",
                        $"{t.SiteName}, {FigureWeek.Write(t.Week)}",
                        "replaced",
                        words[
                            "outcomes.reason.replaced",
                            OutcomeFormat.Plain(measure, t.Replaces!.Value, words),
                            OutcomeFormat.Plain(measure, t.Figures, words)
                        ],
                        "change"
                    )),
            ]
        );
}

/// <summary>Why one line is refused, or what it replaces.</summary>
public sealed record FigureReportRow(int Line, string Column, string Value, string Code, string Reason, string Action);
