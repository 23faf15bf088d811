using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>A workshop as a list shows it: how many, never who.</summary>
/// <param name="Mine">How the viewer stands to it; null: no seat.</param>
public sealed record WorkshopLine(
    WorkshopId Id,
    string Title,
    string Programme,
    string Place,
    DateOnly On,
    TimeOnly Start,
    WorkshopDoor Door,
    int SeatCount,
    int Taken,
    bool Leads,
    bool IsInvited,
    WorkshopSeatState? Mine,
    bool IsCalledOff
);

/// <summary>Somebody with a seat or a place on the waiting list.</summary>
/// <param name="PersonId">Null for a free name.</param>
public sealed record WorkshopFace(
    WorkshopSeatId Id,
    PersonId? PersonId,
    string Name,
    string JobTitle,
    string Unit,
    WorkshopSeatState State,
    DateTimeOffset Since,
    int? Group,
    int? Trio
);

/// <summary>A line of the list of those invited.</summary>
public sealed record InvitedFace(WorkshopInvitationId Id, PersonId? PersonId, string Name, string JobTitle, string Unit);

/// <summary>A workshop as its viewer may see it.</summary>
/// <param name="Faces">Empty for whoever neither leads it nor has a seat.</param>
/// <param name="Invited">Only for those who lead it.</param>
public sealed record OpenWorkshop(
    WorkshopId Id,
    string Title,
    WorkshopProgramme Programme,
    string Place,
    DateOnly On,
    string TimeZone,
    WorkshopAgenda Agenda,
    int SeatCount,
    int Taken,
    int WaitingCount,
    WorkshopDoor Door,
    WorkshopId? EarlierId,
    PersonId? OrganiserId,
    PersonId? SecondId,
    string Organiser,
    string Second,
    bool IsCalledOff,
    bool HasGroups,
    bool HasSession,
    bool HasBegun,
    bool HasEnded,
    int Version,
    PersonId Viewer,
    WorkshopSeatState? Mine,
    bool IsInvited,
    IReadOnlyList<WorkshopFace> Faces,
    IReadOnlyList<InvitedFace> Invited
)
{
    public bool Leads => OrganiserId == Viewer || SecondId == Viewer;

    public bool IsIn => Mine == WorkshopSeatState.In;

    public bool HasFreeSeat => Taken < SeatCount;

    public IReadOnlyList<WorkshopFace> TakingPart => [.. Faces.Where(f => f.State == WorkshopSeatState.In)];

    public IReadOnlyList<WorkshopFace> Waiting => [.. Faces.Where(f => f.State == WorkshopSeatState.Waiting)];

    public AppointedTime When => WorkshopWhen.Of(On, TimeZone, Agenda);

    public WorkshopFace? Me => Faces.FirstOrDefault(f => f.PersonId == Viewer);

    /// <summary>The others of the viewer's trio.</summary>
    public IReadOnlyList<WorkshopFace> MyTrio =>
        Me?.Trio is { } trio ? [.. TakingPart.Where(f => f.Trio == trio && f.PersonId != Viewer)] : [];
}

/// <summary>The day of a workshop in a calendar.</summary>
internal static class WorkshopWhen
{
    public static AppointedTime Of(DateOnly on, string timeZone, WorkshopAgenda agenda)
    {
        var start = (agenda.Start.Hour * 60) + agenda.Start.Minute;
        return new AppointedTime(on, agenda.Start, timeZone, Math.Clamp(agenda.Times().Ends - start, 1, AppointedTime.MinutesAtMost));
    }

    /// <summary>What day it is where the workshop is.</summary>
    public static DateOnly Today(string timeZone, DateTimeOffset now) => DateOnly.FromDateTime(Local(timeZone, now).DateTime);

    public static DateTimeOffset Local(string timeZone, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc);
}
