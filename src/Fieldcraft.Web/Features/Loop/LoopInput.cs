using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>An answer as a form takes it: what belongs to the chosen kind is needed, the rest is left out.</summary>
public sealed record AnswerInput
{
    [Required]
    public IdeaAnswerKind? Kind { get; init; }

    [MaxLength(IdeaAnswer.WhoLength)]
    public string? Who { get; init; }

    public DateOnly? On { get; init; }

    [MaxLength(IdeaAnswer.WordsLength)]
    public string? Words { get; init; }

    /// <summary>Into which idea it is merged.</summary>
    public Guid? Into { get; init; }

    public AnswerFacts ToFacts() => new(Kind!.Value, Who, On, Words);

    /// <summary>Notes what is missing for the chosen kind, each beside its field.</summary>
    /// <returns>Whether the form can be used.</returns>
    public bool IsComplete(ModelStateDictionary state, Words words, string prefix)
    {
        if (!state.IsValid)
        {
            return false;
        }

        if (Kind == IdeaAnswerKind.Merged)
        {
            if (Into is null)
            {
                state.AddModelError($"{prefix}.Into", words["loop.answer.needs_into"]);
            }
        }
        else
        {
            foreach (var problem in ToFacts().Problems())
            {
                state.AddModelError($"{prefix}.{FieldOf(problem)}", words[$"loop.answer.needs_{problem.Path}"]);
            }
        }

        return state.IsValid;
    }

    private static string FieldOf(InputProblem problem) =>
        problem.Path switch
        {
            "who" => nameof(Who),
            "on" => nameof(On),
            "words" => nameof(Words),
            _ => nameof(Kind),
        };
}

/// <summary>When and where a tier meets, as a form takes it.</summary>
public sealed record LoopMeetingInput
{
    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? At { get; init; }

    [Range(LoopMeeting.MinutesAtLeast, LoopMeeting.MinutesAtMost)]
    public int Minutes { get; init; } = 30;

    [MaxLength(LoopMeeting.WhereLength)]
    public string? Where { get; init; }
}
