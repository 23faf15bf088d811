using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>How the operations of plans and experiments answer.</summary>
internal static class PlanAnswers
{
    /// <summary>Bad input, field by field; null when there is none.</summary>
    public static IResult? Mend(this IWording wording) =>
        wording.Problems() is { Count: > 0 } problems
            ? Problem.BadInput.Result(more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = problems })
            : null;

    /// <summary>409 with the refusal's own code and its sentence.</summary>
    public static IResult Refused(this Words words, Refusal refusal) =>
        new Problem(refusal.Code, StatusCodes.Status409Conflict, words[$"refusal.{refusal.Code}", refusal.Arguments]).Result();

    /// <summary>412 with what the caller sent and what is saved.</summary>
    public static IResult Meanwhile(object? yours, object? theirs) =>
        Problem.Changed.Result(more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["yours"] = yours, ["theirs"] = theirs });
}
