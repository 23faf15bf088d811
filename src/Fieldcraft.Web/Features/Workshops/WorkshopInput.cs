using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>What the form of a workshop sends.</summary>
public sealed record WorkshopInput
{
    public string? Programme { get; init; }

    [Required, MaxLength(Workshop.TitleLength)]
    public string Title { get; init; } = "";

    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? Start { get; init; }

    [Required, MaxLength(Workshop.PlaceLength)]
    public string Place { get; init; } = "";

    public int Seats { get; init; }

    public WorkshopDoor Door { get; init; } = WorkshopDoor.Open;

    /// <summary>An earlier workshop of the series.</summary>
    public Guid? Earlier { get; init; }

    /// <summary>The version that was changed; 0 for a new workshop.</summary>
    public int Version { get; init; }

    public WorkshopFacts ToFacts(string timeZone) =>
        new(Title, Place, On, Start, timeZone, Seats, Door, Earlier is { } id ? WorkshopId.From(id) : null);
}
