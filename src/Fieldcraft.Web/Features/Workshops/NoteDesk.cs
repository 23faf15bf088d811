using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>A participant's note for the talk with their manager, opened for its owner.</summary>
/// <param name="Id">Null while nothing is kept: what stands in it then was written in the session.</param>
public sealed record OpenNote(WorkshopNoteId? Id, WorkshopId WorkshopId, string Title, string StopDoing, string FromManager, int Version);

/// <summary>What somebody takes out of the day: written, kept, and torn up by its owner alone.</summary>
public sealed class NoteDesk(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    private const string StopDoing = "stop-doing";
    private const string FromManager = "from-manager";

    /// <summary>The kept note; before there is one, what its owner wrote in the two parts of the session.</summary>
    public async Task<OpenNote?> FindAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken)
    {
        var title = await db
            .Workshops.HoldingSeatFor(viewer)
            .Where(w => w.Id == id)
            .Select(w => w.Title)
            .FirstOrDefaultAsync(cancellationToken);
        if (title is null)
        {
            return null;
        }

        var kept = db.WorkshopNotes.AsNoTracking().VisibleTo(viewer);
        if (await kept.FirstOrDefaultAsync(n => n.WorkshopId == id, cancellationToken) is { } note)
        {
            var unlocked = await vault.UnlockAsync(viewer, [note.StopDoing, note.FromManager], cancellationToken);
            return new OpenNote(
                note.Id,
                id,
                title,
                unlocked.OpenOrEmpty(note.StopDoing),
                unlocked.OpenOrEmpty(note.FromManager),
                note.Version
            );
        }

        var (session, me) = (LiveSessionId.From(id.Value), viewer.PersonId);
        var written = await db
            .SessionAnswers.AsNoTracking()
            .Where(a => a.SessionId == session && a.OwnerId == me && a.Text != null)
            .Join(
                db.LiveSessions,
                a => a.SessionId,
                s => s.Id,
                (a, s) =>
                    new
                    {
                        a.Stage,
                        a.Text,
                        Session = s,
                    }
            )
            .ToListAsync(cancellationToken);
        var open = await vault.UnlockAsync(viewer, written.Select(a => a.Text), cancellationToken);
        string Of(string key) =>
            written.Where(a => a.Session.Stages[a.Stage].Key == key).Select(a => open.OpenOrEmpty(a.Text)).LastOrDefault() ?? "";
        return new OpenNote(null, id, title, Short(Of(StopDoing)), Short(Of(FromManager)), 0);
    }

    /// <summary>Keeps it. Null: the viewer has no seat there. Refused: <c>workshop-note-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> WriteAsync(
        Viewer viewer,
        WorkshopId id,
        string? stopDoing,
        string? fromManager,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Workshops.HoldingSeatFor(viewer).AnyAsync(w => w.Id == id, cancellationToken))
        {
            return null;
        }

        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var note = await db.WorkshopNotes.VisibleTo(viewer).FirstOrDefaultAsync(n => n.WorkshopId == id, cancellationToken);
        if ((note?.Version ?? 0) != version)
        {
            return new Refusal("workshop-note-changed-meanwhile");
        }

        if (note is null)
        {
            var noteId = Id.New<WorkshopNoteId>(now);
            var sealer = await vault.SealerAsync(me, noteId.Value, cancellationToken);
            db.Add(WorkshopNote.Write(noteId, me, id, stopDoing, fromManager, sealer, now));
        }
        else
        {
            note.Rewrite(stopDoing, fromManager, await vault.SealerAsync(me, note.Id.Value, cancellationToken), now);
        }

        return await db.TryAddAsync(cancellationToken) ? Outcome.Done : new Refusal("workshop-note-changed-meanwhile");
    }

    public async Task<bool> TearUpAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken)
    {
        if (await db.WorkshopNotes.VisibleTo(viewer).FirstOrDefaultAsync(n => n.WorkshopId == id, cancellationToken) is not { } note)
        {
            return false;
        }

        note.TearUp(clock.GetUtcNow());
        db.Remove(note);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(note.Id.Value, cancellationToken);
        return true;
    }

    private static string Short(string text) => text[..Math.Min(text.Length, WorkshopNote.TextLength)];
}

/// <summary>A copy of the note, for whom its owner chooses: usually the own manager. The item is the workshop.</summary>
internal sealed class ShareableWorkshopNote(NoteDesk notes, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.WorkshopNote;

    public string AddressOf(Guid item) => WorkshopsLinks.Note(WorkshopId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await notes.FindAsync(viewer, WorkshopId.From(item), cancellationToken) is not { Id: not null } note)
        {
            return null;
        }

        var sections = new[]
        {
            new SharedSection(words["workshops.note.stop_doing.label"], note.StopDoing),
            new SharedSection(words["workshops.note.from_manager.label"], note.FromManager),
        };
        return new SharedCopy(words["workshops.note.copy", note.Title], [.. sections.Where(s => s.Text.Length > 0)]);
    }
}
