using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>What a form says of a preview or a group.</summary>
public sealed record PreviewInput
{
    public PreparationKind Kind { get; init; }

    [Required]
    public Guid? Site { get; init; }

    [MaxLength(PreparationEvent.PlaceLength)]
    public string? Place { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? At { get; init; }

    [Range(PreparationFacts.MinutesAtLeast, PreparationFacts.MinutesAtMost)]
    public int? Minutes { get; init; }

    [Required, MaxLength(PreparationEvent.LanguageLength)]
    public string Language { get; init; } = "";

    [MaxLength(DirectoryFacts.WordLength)]
    public string? Shift { get; init; }

    [Required]
    public Guid? Facilitator { get; init; }

    public int? Seats { get; init; }

    public int Version { get; init; }

    public static PreviewInput Of(PreparationLine line) =>
        new()
        {
            Kind = line.Kind,
            Site = line.SiteId?.Value,
            Place = line.Place,
            On = line.When.On,
            At = line.When.At,
            Minutes = line.When.Minutes,
            Language = line.Language,
            Shift = line.Shift,
            Facilitator = line.FacilitatorId?.Value,
            Seats = line.Seats,
            Version = line.Version,
        };

    /// <summary>Asked only of a form without errors.</summary>
    public PreparationFacts Facts(string zone) =>
        new(
            Kind,
            UnitId.From(Site!.Value),
            Place,
            new AppointedTime(On!.Value, At, zone, Minutes ?? PreparationSize.Of(Kind).Minutes),
            Language,
            Shift,
            PersonId.From(Facilitator!.Value),
            Seats ?? PreparationSize.Of(Kind).LeadersAtMost
        );
}
