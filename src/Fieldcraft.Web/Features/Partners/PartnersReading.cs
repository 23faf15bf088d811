using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>One of the people of a partnership.</summary>
public sealed record PartnerPerson(PersonId Id, string Name, PartnerAnswer Answer, DateTimeOffset? ConfirmedAt);

/// <summary>What a partnership waits for from the viewer.</summary>
public enum PartnerTask
{
    None,
    Answer,
    Agree,
    Confirm,
}

/// <summary>A partnership in the list.</summary>
public sealed record PartnerLine(
    PartnershipId Id,
    PartnerKind Kind,
    PartnershipState State,
    PersonId OwnerId,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    bool HasAgreement,
    DateTimeOffset? EndedAt,
    DateOnly? Next,
    int Version,
    IReadOnlyList<PartnerPerson> People
)
{
    /// <summary>The others, as one reads them; those who said "not now" only while somebody else is looked for.</summary>
    public string OthersFor(PersonId me) =>
        string.Join(
            ", ",
            People.Where(p => p.Id != me && (p.Answer != PartnerAnswer.NotNow || State == PartnershipState.NotNow)).Select(p => p.Name)
        );

    public PartnerTask TaskFor(PersonId me) =>
        People.FirstOrDefault(p => p.Id == me) is not { } own ? PartnerTask.None
        : State == PartnershipState.Asked && own.Answer == PartnerAnswer.None ? PartnerTask.Answer
        : State != PartnershipState.Arranging ? PartnerTask.None
        : !HasAgreement ? PartnerTask.Agree
        : own.ConfirmedAt is null ? PartnerTask.Confirm
        : PartnerTask.None;
}

/// <summary>A meeting as the page of its partnership lists it.</summary>
public sealed record MeetingLine(
    PartnerMeetingId Id,
    DateOnly On,
    TimeOnly At,
    string TimeZone,
    MeetingState State,
    bool WasMoved,
    int Version
);

/// <summary>A note, opened for a reader.</summary>
public sealed record OpenNote(
    PartnerNoteId Id,
    PersonId OwnerId,
    string From,
    PartnerNoteUse Use,
    string Text,
    DateTimeOffset WrittenAt,
    int Version
);

/// <summary>A partnership, opened for one of its people.</summary>
public sealed record OpenPartnership(
    PartnerLine Line,
    string Message,
    string About,
    string Confidentiality,
    Partnership Row,
    IReadOnlyList<MeetingLine> Meetings,
    IReadOnlyList<OpenNote> Notes
);

/// <summary>Opens partnerships for pages and API.</summary>
public sealed class PartnersReading(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The viewer's own, newest first.</summary>
    public async Task<IReadOnlyList<PartnerLine>> ListAsync(
        Viewer viewer,
        PartnershipId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var mine = db.Partnerships.AsNoTracking().VisibleTo(db, viewer, clock.GetUtcNow());
        if (after is { } last)
        {
            // Ids carry the time they were made, so that the id alone is the position.
            mine = mine.Where(p => p.Id.CompareTo(last) < 0);
        }

        return await LinesAsync(mine.OrderByDescending(p => p.Id).Take(limit), cancellationToken);
    }

    /// <summary>One partnership with its meetings and what was written beside it.</summary>
    public Task<OpenPartnership?> FindAsync(Viewer viewer, PartnershipId id, CancellationToken cancellationToken) =>
        FindAsync(viewer, id, whole: true, cancellationToken);

    /// <summary>What was asked and agreed, without meetings and notes.</summary>
    public Task<OpenPartnership?> FindTermsAsync(Viewer viewer, PartnershipId id, CancellationToken cancellationToken) =>
        FindAsync(viewer, id, whole: false, cancellationToken);

    private async Task<OpenPartnership?> FindAsync(Viewer viewer, PartnershipId id, bool whole, CancellationToken cancellationToken)
    {
        var visible = db.Partnerships.AsNoTracking().VisibleTo(db, viewer, clock.GetUtcNow()).Where(p => p.Id == id);
        if (await RowsAsync(visible, cancellationToken) is not [var (row, line)])
        {
            return null;
        }

        List<MeetingLine> meetings = whole ? await MeetingsAsync(id, cancellationToken) : [];
        List<PartnerNote> notes = whole
            ? await db.PartnerNotes.AsNoTracking().Beside(row, viewer).OrderBy(n => n.Id).ToListAsync(cancellationToken)
            : [];
        var unlocked = await vault.UnlockAsync(
            viewer,
            [row.Message, row.About, row.Confidentiality, .. notes.Select(n => n.Text)],
            cancellationToken
        );
        return unlocked.Opens(row.Message)
            ? new OpenPartnership(
                line,
                unlocked.Open(row.Message),
                unlocked.OpenOrEmpty(row.About),
                unlocked.OpenOrEmpty(row.Confidentiality),
                row,
                meetings,
                Open(notes, unlocked, line.People)
            )
            : null;
    }

    internal static IReadOnlyList<OpenNote> Open(IEnumerable<PartnerNote> notes, Unlocked unlocked, IReadOnlyList<PartnerPerson> people) =>
        [
            .. notes
                .Where(n => unlocked.Opens(n.Text))
                .Select(n => new OpenNote(
                    n.Id,
                    n.OwnerId,
                    people.FirstOrDefault(p => p.Id == n.OwnerId)?.Name ?? "",
                    n.Use,
                    unlocked.Open(n.Text),
                    n.WrittenAt,
                    n.Version
                )),
        ];

    internal async Task<IReadOnlyList<PartnerLine>> LinesAsync(IQueryable<Partnership> partnerships, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(partnerships, cancellationToken)).Select(r => r.Line)];

    private Task<List<MeetingLine>> MeetingsAsync(PartnershipId id, CancellationToken cancellationToken) =>
        db
            .PartnerMeetings.AsNoTracking()
            .Where(m => m.PartnershipId == id && m.State != MeetingState.Off)
            .OrderBy(m => m.On)
            .ThenBy(m => m.Id)
            .Select(m => new MeetingLine(m.Id, m.On, m.Time, m.TimeZone, m.State, m.WasMoved, m.Version))
            .ToListAsync(cancellationToken);

    private async Task<List<(Partnership Row, PartnerLine Line)>> RowsAsync(
        IQueryable<Partnership> partnerships,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var rows = await partnerships
            .Select(p => new
            {
                Row = p,
                Next = db
                    .PartnerMeetings.Where(m => m.PartnershipId == p.Id && m.State == MeetingState.Planned && m.On >= today)
                    .Min(m => (DateOnly?)m.On),
                People = p
                    .Members.Join(
                        db.People,
                        m => m.PersonId,
                        x => x.Id,
                        (m, x) =>
                            new PartnerPerson(x.Id, NamedPerson.NameOf(x.FirstName, x.LastName, x.PreferredName), m.Answer, m.ConfirmedAt)
                    )
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
                (
                    r.Row,
                    new PartnerLine(
                        r.Row.Id,
                        r.Row.Kind,
                        r.Row.StateAt(now),
                        r.Row.OwnerId,
                        r.Row.AskedAt,
                        r.Row.ExpiresAt,
                        r.Row.About is not null,
                        r.Row.EndedAt,
                        r.Next,
                        r.Row.Version,
                        [.. r.People.OrderBy(p => p.Name, StringComparer.CurrentCulture)]
                    )
                )
            ),
        ];
    }
}
