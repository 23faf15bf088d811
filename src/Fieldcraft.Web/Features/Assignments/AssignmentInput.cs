using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>What the form of an assignment sends. Only the title is needed.</summary>
public sealed record AssignmentInput
{
    [Required, MaxLength(AssignmentFacts.TitleLength)]
    public string Title { get; init; } = "";

    [MaxLength(AssignmentFacts.ArchetypeLength)]
    public string? Archetype { get; init; }

    [MaxLength(AssignmentFacts.ContextLength)]
    public string? Context { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>The version that was changed; 0 for a new assignment.</summary>
    public int Version { get; init; }

    public bool EndsBeforeItStarts => EndsOn < StartsOn;

    public static AssignmentInput Of(OpenAssignment assignment) =>
        new()
        {
            Title = assignment.Title,
            Archetype = assignment.Archetype,
            Context = assignment.Context,
            StartsOn = assignment.StartsOn,
            EndsOn = assignment.EndsOn,
            Version = assignment.Version,
        };

    public AssignmentFacts ToFacts() =>
        new()
        {
            Title = Title,
            Archetype = Archetype,
            Context = Context,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
        };
}
