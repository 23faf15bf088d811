using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>A piece of the strategy as pages show it.</summary>
/// <param name="UnitPath">The way down to its unit.</param>
/// <param name="Owner">Who answers for it, by name.</param>
public sealed record StrategyPiece(
    StrategyEntryId Id,
    StrategyKind Kind,
    UnitId UnitId,
    string UnitPath,
    Sheet Sheet,
    StrategyEntryId? Serves,
    StrategyEntryId? Gap,
    StrategyEntryId? Contradicts,
    PersonId? OwnerId,
    string? Owner,
    DateTimeOffset WrittenAt,
    DateTimeOffset? EndedAt,
    int Version,
    IReadOnlyList<PieceStance> Stances,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<StrategyEffect> Effects,
    int Wordings
)
{
    public bool IsOpen => EndedAt is null;

    public SheetForm Form => StrategyForms.Of(Kind);

    /// <summary>What it is called in a list: its first box that says something.</summary>
    public string Title => TitleOf(Kind, Sheet);

    /// <summary>What a piece with this sheet is called.</summary>
    public static string TitleOf(StrategyKind kind, Sheet sheet) =>
        StrategyForms.Of(kind).Boxes.Select(b => sheet[b.Key]).FirstOrDefault(t => t.Length > 0) ?? "";

    internal CoherencePiece ForCheck() => new(Id, Kind, Sheet, Serves, Contradicts, OwnerId is not null, Answers);
}

/// <summary>Where a leader stands.</summary>
/// <param name="IsCurrent">Whether it was said to the wording that stands now.</param>
public sealed record PieceStance(PersonId PersonId, string Name, Stance Stance, string? Reason, DateTimeOffset TakenAt, bool IsCurrent);

/// <summary>One wording, and who wrote it.</summary>
public sealed record PieceWording(int Number, Sheet Sheet, string? By, DateTimeOffset At);

/// <summary>Finds the strategy of the viewer's organisation.</summary>
public sealed class StrategyReading(FieldcraftDb db, TimeProvider clock)
{
    /// <summary>More pieces of a unit than a page could show.</summary>
    private const int Most = 600;

    /// <summary>The unit at the top of the viewer's own; its strategy is theirs. Null without a unit.</summary>
    public async Task<Unit?> TopAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var tops = db.Units.AsNoTracking().Where(u => u.ParentId == null).OrderBy(u => u.Id);
        return await tops.FirstOrDefaultAsync(
                u => db.People.Any(p => p.Id == me && db.Units.Any(own => own.Id == p.UnitId && own.Path.StartsWith(u.Path))),
                cancellationToken
            )
            ?? (
                viewer.Leads.Select(l => l.Path).Concat(viewer.Roles.Select(r => r.UnitPath)).MinBy(p => p.Length) is { } path
                    ? await tops.FirstOrDefaultAsync(u => path.StartsWith(u.Path), cancellationToken)
                    : null
            );
    }

    /// <summary>The pieces of these kinds in a unit, those laid aside last, in the order in which they were written.</summary>
    public Task<List<StrategyPiece>> ListAsync(
        Viewer viewer,
        UnitId unit,
        IReadOnlyCollection<StrategyKind> kinds,
        CancellationToken cancellationToken
    ) => PiecesAsync(db.StrategyEntries.VisibleTo(viewer, db).Where(e => e.UnitId == unit && kinds.Contains(e.Kind)), cancellationToken);

    /// <summary>Where learning sits in the work of these units.</summary>
    public Task<List<StrategyPiece>> PlacesAsync(Viewer viewer, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken) =>
        PiecesAsync(
            db.StrategyEntries.VisibleTo(viewer, db).Where(e => e.Kind == StrategyKind.Place && units.Contains(e.UnitId)),
            cancellationToken
        );

    /// <summary>A piece with what it can hang on and what can hang on it, in no more queries than the piece alone. Not to be checked: without answers to findings.</summary>
    public async Task<(StrategyPiece? Piece, IReadOnlyList<StrategyPiece> Around)> FindWithAroundAsync(
        Viewer viewer,
        StrategyEntryId id,
        CancellationToken cancellationToken
    )
    {
        var pieces = await PiecesAsync(
            db.StrategyEntries.VisibleTo(viewer, db)
                .Where(e =>
                    e.Id == id
                    || (
                        (
                            e.Kind == StrategyKind.Policy
                            || e.Kind == StrategyKind.Action
                            || e.Kind == StrategyKind.Gap
                            || e.Kind == StrategyKind.Process
                        ) && db.StrategyEntries.Any(one => one.Id == id && one.UnitId == e.UnitId)
                    )
                ),
            cancellationToken,
            id,
            withAnswers: false
        );
        return (pieces.Find(p => p.Id == id), pieces);
    }

    public async Task<StrategyPiece?> FindAsync(Viewer viewer, StrategyEntryId id, CancellationToken cancellationToken) =>
        (await PiecesAsync(db.StrategyEntries.VisibleTo(viewer, db).Where(e => e.Id == id), cancellationToken)).FirstOrDefault();

    /// <summary>All wordings of a piece, the newest first.</summary>
    public async Task<IReadOnlyList<PieceWording>> WordingsAsync(Viewer viewer, StrategyEntryId id, CancellationToken cancellationToken) =>
        [
            .. (
                await db
                    .StrategyEntries.AsNoTracking()
                    .VisibleTo(viewer, db)
                    .Where(e => e.Id == id)
                    .SelectMany(e => e.Wordings)
                    .OrderByDescending(w => w.Number)
                    .Select(w => new
                    {
                        w.Number,
                        w.Written,
                        w.WrittenAt,
                        By = db
                            .People.Where(p => p.Id == w.WrittenById)
                            .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                            .FirstOrDefault(),
                    })
                    .ToListAsync(cancellationToken)
            ).Select(w => new PieceWording(w.Number, SheetJson.Read(w.Written), w.By, w.WrittenAt)),
        ];

    /// <summary>What the coherence check finds in the strategy.</summary>
    public IReadOnlyList<CoherenceFinding> Check(IReadOnlyCollection<StrategyPiece> pieces, LearningBalance balance, Words words) =>
        Coherence.Check(
            [.. pieces.Where(p => p.IsOpen).Select(p => p.ForCheck())],
            balance,
            EmptyWordsOf(words),
            words.Today(clock.GetUtcNow())
        );

    internal static EmptyWords EmptyWordsOf(Words words) => new(List(words, "strategy.words.fluff"), List(words, "strategy.words.goals"));

    internal static RefusedWords RefusedWordsOf(Words words) =>
        new(List(words, "promises.words.learning"), List(words, "promises.words.scores"));

    private static string[] List(Words words, string key) =>
        words[key].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <param name="first">A piece that is among them however many there are.</param>
    private async Task<List<StrategyPiece>> PiecesAsync(
        IQueryable<StrategyEntry> entries,
        CancellationToken cancellationToken,
        StrategyEntryId first = default,
        bool withAnswers = true
    )
    {
        var rows = await entries
            .AsNoTracking()
            .OrderByDescending(e => e.Id == first)
            .ThenBy(e => e.EndedAt != null)
            .ThenBy(e => e.Id)
            .Take(Most)
            .Select(e => new
            {
                Entry = e,
                UnitPath = db.Units.Where(u => u.Id == e.UnitId).Select(u => u.Path).First(),
                Effects = db.StrategyEffects.Where(x => x.EntryId == e.Id).ToList(),
                Owner = db
                    .People.Where(p => p.Id == e.OwnerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Entry.Id).ToList();
        var stances = (
            await db
                .StrategyStances.AsNoTracking()
                .Where(s => ids.Contains(s.EntryId))
                .Join(db.People, s => s.PersonId, p => p.Id, (s, p) => new { Stance = s, Person = p })
                .ToListAsync(cancellationToken)
        ).ToLookup(s => s.Stance.EntryId);

        var answers = withAnswers
            ? await db.FindingAnswers.AsNoTracking().Where(a => ids.Contains(a.EntryId)).ToListAsync(cancellationToken)
            : [];
        return
        [
            .. rows.Select(r => new StrategyPiece(
                r.Entry.Id,
                r.Entry.Kind,
                r.Entry.UnitId,
                r.UnitPath,
                r.Entry.Sheet,
                r.Entry.ServesId,
                r.Entry.GapId,
                r.Entry.ContradictsId,
                r.Entry.OwnerId,
                r.Owner,
                r.Entry.WrittenAt,
                r.Entry.EndedAt,
                r.Entry.Version,
                [
                    .. stances[r.Entry.Id]
                        .OrderBy(s => s.Stance.Stance)
                        .ThenBy(s => s.Stance.TakenAt)
                        .Select(s => new PieceStance(
                            s.Stance.PersonId,
                            s.Person.FullName,
                            s.Stance.Stance,
                            s.Stance.Reason,
                            s.Stance.TakenAt,
                            s.Stance.Wording == r.Entry.WordingNumber
                        )),
                ],
                answers.Where(a => a.EntryId == r.Entry.Id).ToDictionary(a => a.Code, a => a.Because, StringComparer.Ordinal),
                r.Effects,
                r.Entry.WordingNumber
            )),
        ];
    }
}
