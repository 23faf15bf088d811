using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>Opening, asking, entering, leaving and ending, the same for pages and API.</summary>
public sealed class StaffingActions(FieldcraftDb db, Vault vault, Notices notices, Words words, TimeProvider clock)
{
    private DateOnly Today => words.Today(clock.GetUtcNow());

    /// <param name="holders">Who holds it beside the viewer; the caller looked up that they can sign in.</param>
    public async Task<StaffingTalk> OpenAsync(
        Viewer viewer,
        TalkWording wording,
        IReadOnlyCollection<PersonId> holders,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var talk = StaffingTalk.Open(Id.New<TalkId>(now), viewer.PersonId, wording, holders, Today, now);
        db.Add(talk);
        foreach (var holder in talk.Holders)
        {
            notices.Tell(holder.PersonId, StaffingNotices.Holds, StaffingLinks.Talk(talk.Id), viewer.PersonId);
        }

        // The day after its last one, in the opener's time zone.
        var over = talk.EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue);
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = EndStaffingTalk.JobKind,
                Key = talk.Id.Value.ToString("n"),
                Payload = talk.Id.Value.ToString("D"),
                DueAt = new DateTimeOffset(over, words.Zone.GetUtcOffset(over)).ToUniversalTime(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return talk;
    }

    /// <summary>Somebody who holds the talk asks a person whether they want to enter themselves.</summary>
    /// <returns>Null when the viewer holds no such talk.</returns>
    public async Task<Outcome?> AskAsync(Viewer viewer, TalkId id, PersonId person, CancellationToken cancellationToken)
    {
        if (await HeldAsync(viewer, id, cancellationToken) is not { } talk)
        {
            return null;
        }

        var before = talk.Asked.Count;
        var outcome = talk.Ask(person, Today, clock.GetUtcNow());
        if (outcome.IsDone && talk.Asked.Count > before)
        {
            notices.Tell(person, StaffingNotices.Asked, StaffingLinks.Talk(id), viewer.PersonId);
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>The viewer enters themselves, or says it anew. Nobody can do that for anybody else: there is no parameter for it.</summary>
    /// <returns>Null when the viewer sees no such talk.</returns>
    public async Task<Outcome?> EnterAsync(
        Viewer viewer,
        TalkId id,
        StaffingColumn column,
        EntryTexts texts,
        int attached,
        CancellationToken cancellationToken
    )
    {
        var (me, now, today) = (viewer.PersonId, clock.GetUtcNow(), Today);
        if (
            await db
                .StaffingTalks.VisibleTo(viewer, today, db)
                .Include(t => t.Holders)
                .FirstOrDefaultAsync(t => t.Id == id, cancellationToken)
            is not { } talk
        )
        {
            return null;
        }

        var before = await db.StaffingEntries.FirstOrDefaultAsync(e => e.TalkId == id && e.OwnerId == me, cancellationToken);
        var entryId = before?.Id ?? Id.New<EntryId>(now);
        var sealer = await vault.SealerAsync(me, entryId.Value, cancellationToken);
        if (before is not null)
        {
            return await SavedAsync(before.Reword(column, texts, attached, sealer, now), cancellationToken);
        }

        var entered = StaffingEntry.Enter(entryId, talk, me, column, texts, attached, sealer, today, now);
        if (entered.Value is { } entry)
        {
            db.Add(entry);
            foreach (var holder in talk.Holders)
            {
                await vault.AdmitAsync(me, entryId.Value, holder.PersonId, cancellationToken);
            }
        }

        return await SavedAsync(entered.Refusal is { } refusal ? refusal : Outcome.Done, cancellationToken);
    }

    /// <summary>The viewer leaves the talk: the row goes, and its key for everybody.</summary>
    public async Task<bool> LeaveAsync(Viewer viewer, TalkId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (await db.StaffingEntries.FirstOrDefaultAsync(e => e.TalkId == id && e.OwnerId == me, cancellationToken) is not { } entry)
        {
            return false;
        }

        entry.Leave(clock.GetUtcNow());
        db.Remove(entry);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(entry.Id.Value, cancellationToken);
        return true;
    }

    /// <summary>Somebody who holds the talk ends it before its day.</summary>
    public async Task<bool> EndAsync(Viewer viewer, TalkId id, CancellationToken cancellationToken)
    {
        if (await HeldAsync(viewer, id, cancellationToken) is not { } talk)
        {
            return false;
        }

        await RemoveAsync(talk, cancellationToken);
        return true;
    }

    /// <summary>Removes a talk with everything that was entered and the keys of it.</summary>
    internal async Task RemoveAsync(StaffingTalk talk, CancellationToken cancellationToken)
    {
        var (id, address) = (talk.Id, StaffingLinks.Talk(talk.Id));
        var entries = await db.StaffingEntries.AsNoTracking().Where(e => e.TalkId == id).Select(e => e.Id).ToListAsync(cancellationToken);
        talk.End(clock.GetUtcNow());
        db.RemoveRange(await db.Notices.Where(n => n.Address == address).ToListAsync(cancellationToken));
        db.Remove(talk);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var entry in entries)
        {
            await vault.DestroyAsync(entry.Value, cancellationToken);
        }
    }

    private Task<StaffingTalk?> HeldAsync(Viewer viewer, TalkId id, CancellationToken cancellationToken) =>
        db
            .StaffingTalks.HeldBy(viewer, Today)
            .Include(t => t.Holders)
            .Include(t => t.Asked)
            .AsSplitQuery()
            .FirstOrDefaultAsync(t => t.Id == id, cancellationToken);

    private async Task<Outcome> SavedAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused)
        {
            // The key that was made for it is not saved.
            db.ChangeTracker.Clear();
            return outcome;
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("staffing-changed-meanwhile");
    }
}

/// <summary>Takes a talk away on the day after its last one. Before that the day itself shuts it; this makes sure that nothing is left.</summary>
internal sealed class EndStaffingTalk(FieldcraftDb db, StaffingActions staffing) : IJob
{
    public const string JobKind = "staffing.end";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = TalkId.From(Guid.ParseExact(job.Payload!, "D"));
        if (await db.StaffingTalks.FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is { } talk)
        {
            await staffing.RemoveAsync(talk, cancellationToken);
        }
    }
}
