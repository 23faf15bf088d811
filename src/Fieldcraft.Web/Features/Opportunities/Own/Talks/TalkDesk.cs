using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Own.Talks;

/// <summary>A talk, opened for its owner.</summary>
/// <param name="Reply">What the customer sent back; empty before.</param>
public sealed record OpenTalk(
    CustomerDialogueId Id,
    ProviderEntryId CustomerId,
    string Customer,
    IReadOnlyList<string> Questions,
    Sheet Sheet,
    Sheet Reply,
    DateOnly? HeldOn,
    bool IsAcrossUnits,
    DateTimeOffset? NeedConfirmedAt,
    DateTimeOffset PreparedAt,
    int Version
)
{
    /// <summary>The need in the customer's words: as they confirmed it, else as it was noted.</summary>
    public string Need => NeedConfirmedAt is not null ? Reply["need"] : Sheet["need"];
}

/// <summary>What is kept of a talk when it is written down.</summary>
public sealed record TalkNotes(Sheet Sheet, DateOnly? HeldOn, bool IsAcrossUnits);

/// <summary>Talks with internal customers: prepared, noted, read again.</summary>
public sealed class TalkDesk(FieldcraftDb db, Vault vault, Rules rules, TimeProvider clock)
{
    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<OpenTalk>> ListAsync(
        Viewer viewer,
        CustomerDialogueId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var talks = db.CustomerDialogues.AsNoTracking().VisibleTo(viewer);
        talks = after is { } last ? talks.Where(d => d.Id.CompareTo(last) < 0) : talks;
        return await OpenAsync(viewer, talks.OrderByDescending(d => d.Id).Take(limit), cancellationToken);
    }

    public async Task<OpenTalk?> FindAsync(Viewer viewer, CustomerDialogueId id, CancellationToken cancellationToken) =>
        (await OpenAsync(viewer, db.CustomerDialogues.AsNoTracking().VisibleTo(viewer).Where(d => d.Id == id), cancellationToken))
            is [var talk]
            ? talk
            : null;

    /// <returns>Null where the customer is not one of the viewer's. Refused: <c>dialogue-questions</c>.</returns>
    public async Task<Outcome<CustomerDialogue>?> PrepareAsync(
        Viewer viewer,
        ProviderEntryId customer,
        IReadOnlyList<string> questions,
        CancellationToken cancellationToken
    )
    {
        if (
            !await db
                .ProviderEntries.VisibleTo(viewer)
                .AnyAsync(e => e.Id == customer && e.Kind == ProviderEntryKind.Customer, cancellationToken)
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var id = Id.New<CustomerDialogueId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var prepared = CustomerDialogue.Prepare(id, viewer.PersonId, customer, questions, rules.Opportunities, sealer, now);
        if (prepared.Value is { } dialogue)
        {
            db.Add(dialogue);
            await db.SaveChangesAsync(cancellationToken);
        }

        return prepared;
    }

    public async Task<SaveResult> ChooseAsync(
        Viewer viewer,
        CustomerDialogueId id,
        int version,
        IReadOnlyList<string> questions,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            async dialogue =>
                dialogue.Choose(questions, rules.Opportunities, await SealerAsync(viewer, id, cancellationToken), clock.GetUtcNow()),
            cancellationToken
        );

    /// <summary>Keeps the boxes that came, and leaves the others as they are.</summary>
    /// <param name="form">Which boxes came: the talk's or the summary's.</param>
    public async Task<SaveResult> NoteAsync(
        Viewer viewer,
        CustomerDialogueId id,
        int version,
        SheetForm form,
        TalkNotes notes,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            async dialogue =>
            {
                var unlocked = await vault.UnlockAsync(viewer, [dialogue.Written, dialogue.Reply], cancellationToken);
                var sheet = SheetJson.Read(unlocked.OpenOrEmpty(dialogue.Written)).With(form, notes.Sheet);
                var confirmed = SheetJson.Read(unlocked.OpenOrEmpty(dialogue.Reply));
                dialogue.Note(
                    sheet,
                    notes.HeldOn,
                    notes.IsAcrossUnits,
                    form != SheetForms.Summary || sheet["need"] == confirmed["need"],
                    await SealerAsync(viewer, id, cancellationToken),
                    clock.GetUtcNow()
                );
                return Outcome.Done;
            },
            cancellationToken
        );

    public async Task<SaveResult> RemoveAsync(Viewer viewer, CustomerDialogueId id, int version, CancellationToken cancellationToken) =>
        await db.RemoveAsync(
            vault,
            await LoadAsync(viewer, id, cancellationToken),
            id.Value,
            version,
            db.CustomerLinks.VisibleTo(viewer).Where(l => l.DialogueId == id),
            dialogue => dialogue.Remove(clock.GetUtcNow()),
            cancellationToken
        );

    private Task<ISealer> SealerAsync(Viewer viewer, CustomerDialogueId id, CancellationToken cancellationToken) =>
        vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);

    private Task<CustomerDialogue?> LoadAsync(Viewer viewer, CustomerDialogueId id, CancellationToken cancellationToken) =>
        db.CustomerDialogues.VisibleTo(viewer).FirstOrDefaultAsync(d => d.Id == id, cancellationToken);

    /// <summary>The talks with the sealed text of their customer.</summary>
    internal static IQueryable<TalkRow> Rows(FieldcraftDb db, IQueryable<CustomerDialogue> talks) =>
        talks.Join(db.ProviderEntries, d => d.CustomerId, e => e.Id, (d, e) => new TalkRow { Talk = d, Customer = e.Written });

    private async Task<IReadOnlyList<OpenTalk>> OpenAsync(
        Viewer viewer,
        IQueryable<CustomerDialogue> talks,
        CancellationToken cancellationToken
    )
    {
        var rows = await Rows(db, talks).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(r => r.Texts), cancellationToken);
        return [.. rows.Select(r => r.Open(unlocked))];
    }
}

/// <summary>A talk as it is read, still sealed.</summary>
internal sealed class TalkRow
{
    public required CustomerDialogue Talk { get; init; }
    public required SealedText Customer { get; init; }

    public IEnumerable<SealedText?> Texts => [Talk.Questions, Talk.Written, Talk.Reply, Customer];

    public OpenTalk Open(Unlocked unlocked) =>
        new(
            Talk.Id,
            Talk.CustomerId,
            SheetJson.Read(unlocked.Open(Customer))["name"],
            unlocked.Open(Talk.Questions).Split(' '),
            SheetJson.Read(unlocked.OpenOrEmpty(Talk.Written)),
            SheetJson.Read(unlocked.OpenOrEmpty(Talk.Reply)),
            Talk.HeldOn,
            Talk.IsAcrossUnits,
            Talk.NeedConfirmedAt,
            Talk.PreparedAt,
            Talk.Version
        );
}
