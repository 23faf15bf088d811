using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>What the form of a session sends.</summary>
public sealed record SessionInput
{
    [Required]
    public DateOnly? Day { get; init; }

    [Required]
    public TimeOnly? Time { get; init; }

    public Guid? Room { get; init; }

    [Required]
    public Guid? Leader { get; init; }

    public SessionPart Part { get; init; }

    /// <summary>Gives the leader's own people who have no slot and are on shift a seat, as many as there is room for.</summary>
    public bool OwnPeople { get; init; } = true;

    /// <summary>The version that was changed; 0 for a new session.</summary>
    public int Version { get; init; }

    public SessionWish ToWish() =>
        new(Room is { } room ? SiteRoomId.From(room) : null, PersonId.From(Leader!.Value), Day!.Value.ToDateTime(Time!.Value), Part);
}
