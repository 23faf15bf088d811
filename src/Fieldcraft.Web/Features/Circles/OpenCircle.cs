using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>A circle as a list shows it.</summary>
/// <param name="Mine">How the viewer stands to it; null: not at all.</param>
public sealed record CircleLine(
    CircleId Id,
    string Name,
    string NameKey,
    string Purpose,
    int Seats,
    int SeatsTaken,
    CircleState State,
    CircleMemberState? Mine,
    DateOnly? NextOn
);

/// <summary>Somebody in a circle, or asked into it.</summary>
public sealed record CircleFace(
    PersonId Id,
    string Name,
    string JobTitle,
    UnitId? UnitId,
    string Unit,
    bool HasGone,
    CircleMemberState State,
    DateTimeOffset Since
);

public sealed record OpenMeeting(
    CircleMeetingId Id,
    int Number,
    PersonId? IssueOwnerId,
    AppointedTime When,
    DateTimeOffset? HeldAt,
    int Version
)
{
    public bool IsHeld => HeldAt is not null;
}

/// <summary>What somebody took on; the text is empty where this viewer holds no key for it.</summary>
public sealed record OpenCommitment(
    CommitmentId Id,
    PersonId OwnerId,
    CircleMeetingId MeetingId,
    string Text,
    DateTimeOffset MadeAt,
    bool IsRevealed,
    bool IsSettled,
    int Version
);

/// <summary>A circle with its people and its meetings, newest first.</summary>
public sealed record OpenCircle(
    CircleId Id,
    string Name,
    string Purpose,
    int Seats,
    CircleDoor Door,
    CircleState State,
    PersonId? ConvenorId,
    int EveryWeeks,
    int Minutes,
    int Version,
    PersonId Viewer,
    IReadOnlyList<CircleFace> Faces,
    IReadOnlyList<OpenMeeting> Meetings
)
{
    public IReadOnlyList<CircleFace> TakingPart =>
        [.. Faces.Where(f => f.State == CircleMemberState.In).OrderBy(f => f.Since).ThenBy(f => f.Id)];

    public IReadOnlyList<CircleFace> Asked => [.. Faces.Where(f => f.State == CircleMemberState.Asked).OrderBy(f => f.Since)];

    public CircleMemberState? Mine => Faces.FirstOrDefault(f => f.Id == Viewer)?.State;

    public bool IsIn => Mine == CircleMemberState.In;

    public bool IsConvenor => IsIn && (ConvenorId == Viewer || ConvenorId is null);

    public bool IsEnded => State == CircleState.Ended;

    public int SeatsTaken => TakingPart.Count + Asked.Count;

    public bool HasFreeSeat => SeatsTaken < Seats;

    public int Units => TakingPart.Select(f => f.UnitId).Distinct().Count();

    public bool HasEnoughPeople => TakingPart.Count >= Circle.MembersAtLeast;

    public bool HasEnoughUnits => Units >= Circle.UnitsAtLeast;

    public OpenMeeting? Upcoming => Meetings.FirstOrDefault(m => !m.IsHeld);

    public CircleRhythm Rhythm => EveryWeeks == 0 ? CircleRhythm.Usual : new CircleRhythm(EveryWeeks, Minutes);

    public string NameOf(PersonId? person) => Faces.FirstOrDefault(f => f.Id == person)?.Name ?? "";
}
