using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Reviews;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>What the sheet of a review sends, the same for page and API: every answer may be missing until it is closed.</summary>
public sealed record ReviewInput
{
    [MaxLength(AfterEventReview.AnswerLength)]
    public string? WhatHappened { get; init; }

    [MaxLength(AfterEventReview.AnswerLength)]
    public string? GoodPart { get; init; }

    [MaxLength(AfterEventReview.AnswerLength)]
    public string? LessGoodPart { get; init; }

    [MaxLength(AfterEventReview.AnswerLength)]
    public string? OtherExplanation { get; init; }

    [MaxLength(AfterEventReview.AnswerLength)]
    public string? OutsideSource { get; init; }

    [MaxLength(AfterEventReview.AnswerLength)]
    public string? WithinControl { get; init; }

    [MaxLength(AfterEventReview.NextLength)]
    public string? NextIf { get; init; }

    [MaxLength(AfterEventReview.NextLength)]
    public string? NextThen { get; init; }

    public DateOnly? NextOn { get; init; }

    public static ReviewInput Of(ReviewAnswers answers) =>
        new()
        {
            WhatHappened = answers.WhatHappened,
            GoodPart = answers.GoodPart,
            LessGoodPart = answers.LessGoodPart,
            OtherExplanation = answers.OtherExplanation,
            OutsideSource = answers.OutsideSource,
            WithinControl = answers.WithinControl,
            NextIf = answers.NextIf,
            NextThen = answers.NextThen,
            NextOn = answers.NextOn,
        };

    public ReviewAnswers Answers() =>
        new()
        {
            WhatHappened = WhatHappened,
            GoodPart = GoodPart,
            LessGoodPart = LessGoodPart,
            OtherExplanation = OtherExplanation,
            OutsideSource = OutsideSource,
            WithinControl = WithinControl,
            NextIf = NextIf,
            NextThen = NextThen,
            NextOn = NextOn,
        };

    /// <summary>The answers by the names of their fields, for two tabs that hold different texts.</summary>
    public static IReadOnlyDictionary<string, string> Fields(ReviewAnswers answers) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.WhatHappened"] = answers.WhatHappened ?? "",
            ["Input.GoodPart"] = answers.GoodPart ?? "",
            ["Input.LessGoodPart"] = answers.LessGoodPart ?? "",
            ["Input.OtherExplanation"] = answers.OtherExplanation ?? "",
            ["Input.OutsideSource"] = answers.OutsideSource ?? "",
            ["Input.WithinControl"] = answers.WithinControl ?? "",
            ["Input.NextIf"] = answers.NextIf ?? "",
            ["Input.NextThen"] = answers.NextThen ?? "",
            ["Input.NextOn"] = answers.NextOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
}
