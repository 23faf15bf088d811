using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>A meeting, opened for one of the partners.</summary>
public sealed record OpenMeeting(
    PartnerLine Line,
    PartnerMeeting Row,
    bool IWish,
    bool AreShared,
    IReadOnlyList<string> OthersWho,
    OpenNote? Mine,
    IReadOnlyList<OpenNote> Theirs
);

/// <summary>A note in the list of all own notes.</summary>
public sealed record NoteLine(
    PartnerNoteId Id,
    PartnershipId? Partnership,
    PartnerMeetingId? Meeting,
    PartnerNoteUse Use,
    string Text,
    DateTimeOffset WrittenAt,
    int Version
);

/// <summary>
/// Notes beside meetings. Each is its writer's. They are shared only while every partner says so: then each gets a wrap of the others' keys, and the
/// moment one of them thinks otherwise the wraps go.
/// </summary>
public sealed class NotesDesk(FieldcraftDb db, Vault vault, MeetingsDesk meetings, PartnersReading reading, TimeProvider clock)
{
    public const int PageSize = 30;

    public async Task<OpenMeeting?> FindAsync(
        Viewer viewer,
        PartnershipId id,
        PartnerMeetingId meetingId,
        CancellationToken cancellationToken
    )
    {
        var visible = db.Partnerships.AsNoTracking().VisibleTo(db, viewer, clock.GetUtcNow()).Where(p => p.Id == id);
        if (
            await reading.LinesAsync(visible, cancellationToken) is not [var line]
            || await db
                .PartnerMeetings.AsNoTracking()
                .Include(m => m.Wishes)
                .FirstOrDefaultAsync(m => m.Id == meetingId && m.PartnershipId == id, cancellationToken)
                is not { } meeting
        )
        {
            return null;
        }

        var shared = meeting.NotesAreSharedBy(PartnersOf(line));
        var notes = await db
            .PartnerNotes.AsNoTracking()
            .OfMeeting(meetingId, shared, viewer)
            .OrderBy(n => n.Id)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, notes.Select(n => n.Text), cancellationToken);
        var open = PartnersReading.Open(notes, unlocked, line.People);
        return new OpenMeeting(
            line,
            meeting,
            meeting.Wishes.Any(w => w.PersonId == viewer.PersonId),
            shared,
            [.. line.People.Where(p => p.Id != viewer.PersonId && meeting.Wishes.Any(w => w.PersonId == p.Id)).Select(p => p.Name)],
            open.FirstOrDefault(n => n.OwnerId == viewer.PersonId),
            [.. open.Where(n => n.OwnerId != viewer.PersonId)]
        );
    }

    /// <summary>The viewer's own notes of all meetings and endings, newest first; they stay when the partnership is gone.</summary>
    public async Task<IReadOnlyList<NoteLine>> ListAsync(
        Viewer viewer,
        PartnerNoteId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var mine = db.PartnerNotes.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            mine = mine.Where(n => n.Id.CompareTo(last) < 0);
        }

        var rows = await mine.OrderByDescending(n => n.Id).Take(limit).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(n => n.Text), cancellationToken);
        return
        [
            .. rows.Select(n => new NoteLine(n.Id, n.PartnershipId, n.MeetingId, n.Use, unlocked.Open(n.Text), n.WrittenAt, n.Version)),
        ];
    }

    /// <summary>Writes the viewer's note of a meeting, or rewrites it.</summary>
    /// <param name="version">The version that was changed; 0 when there was none, null when it does not matter.</param>
    public async Task<Outcome<PartnerNote>?> WriteAsync(
        Viewer viewer,
        PartnershipId id,
        PartnerMeetingId meetingId,
        string text,
        int? version,
        CancellationToken cancellationToken
    )
    {
        if (await meetings.LoadAsync(viewer, id, meetingId, cancellationToken) is not var (partnership, meeting))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var note = await db
            .PartnerNotes.VisibleTo(viewer)
            .FirstOrDefaultAsync(n => n.MeetingId == meetingId && n.Use == PartnerNoteUse.Meeting, cancellationToken);
        if (version is { } seen && seen != (note?.Version ?? 0))
        {
            return new Refusal("partners-changed-meanwhile");
        }

        if (note is null)
        {
            var noteId = Id.New<PartnerNoteId>(now);
            var sealer = await vault.SealerAsync(viewer.PersonId, noteId.Value, cancellationToken);
            note = PartnerNote.Write(noteId, viewer.PersonId, id, meetingId, PartnerNoteUse.Meeting, text, sealer, now);
            db.Add(note);
            if (meeting.NotesAreSharedBy(partnership.Partners))
            {
                await AdmitAsync(note, partnership, cancellationToken);
            }
        }
        else
        {
            note.Rewrite(text, await vault.SealerAsync(viewer.PersonId, note.Id.Value, cancellationToken), now);
        }

        return await db.TrySaveAsync(cancellationToken) ? note : new Refusal("partners-changed-meanwhile");
    }

    /// <summary>Says whether the own notes of a meeting may be shared; they are once all have said so.</summary>
    /// <returns>False when the viewer has no such meeting.</returns>
    public async Task<bool> WishAsync(
        Viewer viewer,
        PartnershipId id,
        PartnerMeetingId meetingId,
        bool wished,
        CancellationToken cancellationToken
    )
    {
        if (await meetings.LoadAsync(viewer, id, meetingId, cancellationToken) is not var (partnership, meeting))
        {
            return false;
        }

        meeting.WishShared(viewer.PersonId, wished, clock.GetUtcNow());
        var notes = await db
            .PartnerNotes.AsNoTracking()
            .Where(n => n.MeetingId == meetingId && n.Use == PartnerNoteUse.Meeting)
            .ToListAsync(cancellationToken);
        var shared = meeting.NotesAreSharedBy(partnership.Partners);
        foreach (var note in shared ? notes : [])
        {
            await AdmitAsync(note, partnership, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);

        // The state shuts them at once; the wraps go right after.
        foreach (var note in shared ? [] : notes)
        {
            foreach (var person in partnership.Partners.Where(p => p != note.OwnerId))
            {
                await vault.ExpelAsync(note.Id.Value, person, cancellationToken);
            }
        }

        return true;
    }

    public async Task<bool> TearOutAsync(Viewer viewer, PartnerNoteId id, CancellationToken cancellationToken)
    {
        if (await db.PartnerNotes.VisibleTo(viewer).FirstOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } note)
        {
            return false;
        }

        note.TearOut(clock.GetUtcNow());
        db.Remove(note);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    private static IEnumerable<PersonId> PartnersOf(PartnerLine line) =>
        line.People.Where(p => p.Answer != PartnerAnswer.NotNow).Select(p => p.Id);

    private async Task AdmitAsync(PartnerNote note, Partnership partnership, CancellationToken cancellationToken)
    {
        var document = note.Id.Value;
        var held = await db
            .KeyWraps.AsNoTracking()
            .Where(w => w.DocumentId == document)
            .Select(w => w.ReaderId)
            .ToListAsync(cancellationToken);
        foreach (var person in partnership.Partners.Where(p => p != note.OwnerId && !held.Contains(p.Value)))
        {
            await vault.AdmitAsync(note.OwnerId, document, person, cancellationToken);
        }
    }
}
