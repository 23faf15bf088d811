using System.Globalization;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>What an import does, as commands and API tell it. Every refused row has at least one entry; a row may have several.</summary>
public sealed record ImportReport(int Create, int Change, int Leave, int Refuse, IReadOnlyList<ImportReportRow> Rows)
{
    public static ImportReport Of(ImportPlan plan, Words words) =>
        new(
            plan.Count(RowOutcome.Create),
            plan.Count(RowOutcome.Change),
            plan.Count(RowOutcome.Leave),
            plan.Count(RowOutcome.Refuse),
            [.. plan.Findings.Select(f => ImportReportRow.Of(f, words))]
        );
}

/// <summary>Why one row is refused: where, the value as it stands there, a stable code, the reason in words, and what can be done.</summary>
public sealed record ImportReportRow(int Line, string Column, string Value, string Code, string Reason, string Action)
{
    public static ImportReportRow Of(ImportFinding finding, Words words) =>
        new(
            finding.Line,
            finding.Column,
            finding.Value,
            finding.Code,
            ReasonOf(finding, words),
            finding.Action.ToString().ToLowerInvariant()
        );

    public static string ReasonOf(ImportFinding finding, Words words) =>
        words[
            $"import.reason.{finding.Code}",
            new object?[] { finding.Value, finding.Column }
                .Concat(finding.Arguments)
                .ToArray()
        ];
}

/// <summary>How far an import has come.</summary>
public sealed record ImportProgress(ImportStage Stage, int Done, int Total)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stage} {Done}/{Total}");
}

public enum ImportStage
{
    Reading,
    Planning,
    Writing,
    Done,
}
