using System.Security.Cryptography;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>A session as its door shows it: nothing about anybody in it.</summary>
public sealed record OpenDoor(TeachingSessionId Id, string Title, DateTime Start, int Minutes, SessionPart Part, int Here);

/// <summary>What somebody is told who said that they are here.</summary>
/// <param name="DoneBefore">They had been through the module before; it counts once.</param>
/// <param name="OtherHalfOpen">This is one half, and the other one is still to come.</param>
public sealed record Arrival(bool DoneBefore, bool OtherHalfOpen);

/// <summary>What came of saying so: wait, refused, or arrived. All null: number and PIN do not belong together.</summary>
public sealed record ArrivalTry(TimeSpan? Wait, Refusal? Refusal, Arrival? Arrival);

/// <summary>
/// Who was there, by whatever way it is said: one place, so that nobody counts twice. Devices send what they have as often as they like; what arrived already
/// changes nothing.
/// </summary>
internal sealed class AttendanceDesk(
    FieldcraftDb db,
    Pins pins,
    FreedSeats seats,
    Throttle throttle,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    /// <summary>A crew of sixty presses at once: each meets the others' saves, and tries again.</summary>
    private const int TriesAtMost = 40;

    /// <summary>Shows the code by which people say that they are here; null: not the viewer's session, or not published.</summary>
    public async Task<string?> OpenDoorAsync(Viewer viewer, TeachingSessionId id, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            var session = await db
                .TeachingSessions.LoggedBy(viewer, db)
                .FirstOrDefaultAsync(s => s.Id == id && s.State == SessionState.Published, cancellationToken);
            if (session is null or { DoorCode: not null })
            {
                return session?.DoorCode;
            }

            session.OpenDoor(NewCode(), viewer.PersonId, clock.GetUtcNow());
            if (await db.TryAddAsync(cancellationToken) || tries == TriesAtMost)
            {
                return session.DoorCode;
            }
        }
    }

    /// <summary>The session behind a code, from half an hour before it begins; null when there is none, or it is over.</summary>
    public async Task<OpenDoor?> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        var code = Read(typed);
        var found = await db
            .TeachingSessions.AsNoTracking()
            .Where(s => s.DoorCode == code && s.State == SessionState.Published)
            .Select(s => new
            {
                s.Id,
                Title = db.Modules.Where(m => m.Id == s.ModuleId).Select(m => m.Title).First(),
                s.Start,
                s.Minutes,
                s.Part,
                s.TimeZone,
                Here = s.Seats.Count(x => x.Attended == true),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return
            found is not null && TeachingSession.TakesOwnHands(found.Start, found.Minutes, LocalTime.Of(clock.GetUtcNow(), found.TimeZone))
            ? new OpenDoor(found.Id, found.Title, found.Start, found.Minutes, found.Part, found.Here)
            : null;
    }

    /// <summary>Counts a code that leads nowhere; codes are not to be found by trying.</summary>
    public Task<TimeSpan?> CountWrongDoorAsync(CancellationToken cancellationToken) =>
        throttle.TakeAsync($"door:{PasswordSignIn.AddressOf(http.HttpContext!)}", 30, TimeSpan.FromMinutes(15), cancellationToken);

    /// <summary>By number and PIN, on the own phone or on one that is passed around.</summary>
    public async Task<ArrivalTry> ArriveAsync(
        OpenDoor door,
        string number,
        string pin,
        AttendanceWay way,
        AttendanceNoteId? note,
        CancellationToken cancellationToken
    )
    {
        var tried = await pins.TryAsync(number, pin, cancellationToken);
        return tried.Person is { } person
            ? await ArriveAsync(door, person, way, note, cancellationToken)
            : new ArrivalTry(tried.Wait, null, null);
    }

    /// <summary>Somebody whose name is proven is here.</summary>
    public async Task<ArrivalTry> ArriveAsync(
        OpenDoor door,
        PersonId person,
        AttendanceWay way,
        AttendanceNoteId? note,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var mark = new AttendanceMark(note ?? Id.New<AttendanceNoteId>(now), person, true, way, now);
        var outcome = await NoteAsync(db.TeachingSessions.Where(s => s.Id == door.Id), [mark], person, cancellationToken);
        return outcome!.Value.Refusal is { } refusal
            ? new ArrivalTry(null, refusal, null)
            : new ArrivalTry(null, null, await AfterArrivingAsync(door.Id, person, cancellationToken));
    }

    /// <summary>
    /// Marks from a device of whoever leads the session or looks after its site, as often as it sends them. Null: not theirs. Refused: as
    /// <see cref="TeachingSession.Note"/>, and <c>session-person-unknown</c>; then none of them counts.
    /// </summary>
    public async Task<Outcome?> NoteAsync(
        Viewer viewer,
        TeachingSessionId id,
        IReadOnlyList<AttendanceMark> marks,
        CancellationToken cancellationToken
    )
    {
        var people = marks.Select(m => m.Person).Distinct().ToList();
        if (await db.People.CountAsync(p => people.Contains(p.Id) && p.Status != PersonStatus.Left, cancellationToken) != people.Count)
        {
            var isMine = await db.TeachingSessions.LoggedBy(viewer, db).AnyAsync(s => s.Id == id, cancellationToken);
            return isMine ? (Outcome?)new Outcome(new Refusal("session-person-unknown")) : null;
        }

        return await NoteAsync(db.TeachingSessions.LoggedBy(viewer, db).Where(s => s.Id == id), marks, viewer.PersonId, cancellationToken);
    }

    private async Task<Outcome?> NoteAsync(
        IQueryable<TeachingSession> mine,
        IReadOnlyList<AttendanceMark> marks,
        PersonId by,
        CancellationToken cancellationToken
    )
    {
        var ids = marks.Select(m => m.Id).ToList();
        for (var tries = 0; ; tries++)
        {
            if (await mine.Include(s => s.Seats).FirstOrDefaultAsync(cancellationToken) is not { } session)
            {
                return null;
            }

            var known = await db.AttendanceNotes.Where(n => ids.Contains(n.Id)).Select(n => n.Id).ToListAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var local = LocalTime.Of(now, session.TimeZone);
            foreach (var mark in marks.Where(m => !known.Contains(m.Id)).DistinctBy(m => m.Id))
            {
                // Somebody who is known to be here and says so again adds nothing, whichever way they take.
                if (mark.Here && session.Seats.Any(s => s.PersonId == mark.Person && s.Attended == true))
                {
                    continue;
                }

                if (session.Note(mark, by, local, now) is { IsRefused: true } refused)
                {
                    db.ChangeTracker.Clear();
                    return refused;
                }
            }

            await seats.FreeAsync(session, [.. marks.Where(m => m.Here).Select(m => m.Person)], by, now, cancellationToken);
            if (await db.TryAddAsync(cancellationToken))
            {
                return Outcome.Done;
            }

            if (tries == TriesAtMost)
            {
                return new Refusal("session-changed-meanwhile");
            }
        }
    }

    private async Task<Arrival> AfterArrivingAsync(TeachingSessionId id, PersonId person, CancellationToken cancellationToken)
    {
        var parts = await (
            from seat in db.SessionSeats
            join session in db.TeachingSessions on seat.SessionId equals session.Id
            where seat.PersonId == person && seat.Attended == true
            where session.ModuleId == db.TeachingSessions.Where(s => s.Id == id).Select(s => s.ModuleId).First()
            select new { session.Id, session.Part }
        ).ToListAsync(cancellationToken);
        var others = parts.Where(p => p.Id != id).Select(p => p.Part).ToList();
        return new Arrival(Completion.IsComplete(others), !Completion.IsComplete(parts.Select(p => p.Part)));
    }

    private static string NewCode() =>
        new([
            .. RandomNumberGenerator.GetBytes(TeachingSession.DoorCodeLength).Select(b => CodeText.Alphabet[b % CodeText.Alphabet.Length]),
        ]);

    private static string Read(string? typed) =>
        new([.. (typed ?? "").ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-').Take(TeachingSession.DoorCodeLength + 1)]);
}
