using System.Security.Cryptography;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy.WorkingSessions;

/// <summary>Something that was shown in a session and can go into the strategy.</summary>
/// <param name="Piece">The id that it has as a piece of the strategy.</param>
/// <param name="WillNot">For a policy: what the same person showed as given up for it; empty where they showed nothing.</param>
/// <param name="IsTaken">Whether it stands in the strategy.</param>
public sealed record SaidLine(
    SessionAnswerId Id,
    StrategyEntryId Piece,
    SessionPart Part,
    string Author,
    string Text,
    string WillNot,
    bool IsTaken
);

/// <summary>What was shown in a working session that is over, and what stands in the strategy.</summary>
public sealed record SaidSession(LiveSession Session, UnitId Unit, IReadOnlyList<SaidLine> Lines, IReadOnlyList<StrategyEntry> Entries)
{
    /// <summary>The one piece of a kind that there is only one of.</summary>
    public StrategyEntry? The(StrategyKind kind) => Entries.FirstOrDefault(e => e.Kind == kind && e.IsOpen);
}

/// <summary>Something to be taken over, in its own words or in others.</summary>
/// <param name="Text">Null: as it was said.</param>
/// <param name="WillNot">For a policy; null: as it was said.</param>
public sealed record TakenOver(SessionAnswerId Answer, string? Text = null, string? WillNot = null);

/// <summary>
/// Working sessions on the strategy: opened by who may write it, held as live sessions like any other, and taken over by whoever leads them and may write. Only what was shown to the
/// group is there, and no name goes with it. The id of a piece follows from the answer, so that it is taken over once, under a key that is not in the data: whoever has the database does
/// not learn from it whose answer a piece was.
/// </summary>
public sealed class StrategySessions(
    FieldcraftDb db,
    StrategyReading reading,
    StrategyDesk desk,
    LiveReading liveReading,
    LiveDesk live,
    Scripts scripts,
    KeyStore keys
)
{
    private const int Shown = 20;
    private const string SecretName = "strategy-sessions";
    private static readonly List<StrategyKind> Kinds = [.. StrategySession.Parts.Select(p => p.Kind).Distinct()];

    public SessionScript Script => scripts[StrategySession.Script];

    /// <summary>The unit whose strategy the viewer may write; null where there is none.</summary>
    public async Task<Unit?> UnitAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await reading.TopAsync(viewer, cancellationToken) is { } unit && viewer.MayWrite(StrategyKind.Policy, unit.Id, unit.Path)
            ? unit
            : null;

    /// <summary>The viewer's own sessions on the strategy of a unit, newest first.</summary>
    public async Task<IReadOnlyList<SessionLine>> ListAsync(Viewer viewer, UnitId unit, CancellationToken cancellationToken)
    {
        var rows = await db
            .SessionMembers.AsNoTracking()
            .VisibleTo(viewer)
            .Join(db.LiveSessions.AsNoTracking(), m => m.SessionId, s => s.Id, (m, s) => new { Session = s, Me = m })
            .Where(r => r.Session.Origin == StrategySession.Script && r.Session.OriginId == unit.Value)
            .OrderByDescending(r => r.Session.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new SessionLine(r.Session, r.Me))];
    }

    /// <summary>Opens one for now; people are invited, and another time is chosen, as in every live session. Null for who may not write.</summary>
    public async Task<LiveSession?> OpenAsync(Viewer viewer, string name, CancellationToken cancellationToken) =>
        await UnitAsync(viewer, cancellationToken) is { } unit
            ? await live.PlanAsync(
                new SessionFacts(
                    name,
                    StrategySession.Script,
                    Script.For([]),
                    Origin: new SessionOrigin(StrategySession.Script, unit.Id.Value)
                ),
                [],
                cancellationToken
            )
            : null;

    /// <summary>Whether the viewer may take over what was said in a session that they have open.</summary>
    public async Task<bool> MayTakeOverAsync(Viewer viewer, OpenSession open, CancellationToken cancellationToken) =>
        UnitOf(open) is { } unit
        && await db.Units.Where(u => u.Id == unit).Select(u => u.Path).FirstOrDefaultAsync(cancellationToken) is { } path
        && viewer.MayWrite(StrategyKind.Policy, unit, path);

    /// <summary>What can be taken over of a session. Null where it is not over, or the viewer does not lead it, or may not write the strategy.</summary>
    public async Task<SaidSession?> FindAsync(Viewer viewer, LiveSessionId id, CancellationToken cancellationToken)
    {
        if (
            await liveReading.FindAsync(viewer, id, withOwn: false, cancellationToken) is not { } open
            || UnitOf(open) is not { } unit
            || await db
                .Units.AsNoTracking()
                .Where(u => u.Id == unit)
                .Select(u => new
                {
                    u.Path,
                    Entries = db.StrategyEntries.Where(e => e.UnitId == u.Id && Kinds.Contains(e.Kind)).OrderBy(e => e.Id).ToList(),
                })
                .FirstOrDefaultAsync(cancellationToken)
                is not { } strategy
            || !viewer.MayWrite(StrategyKind.Policy, unit, strategy.Path)
        )
        {
            return null;
        }

        var secret = await keys.SecretAsync(SecretName, cancellationToken);
        return new SaidSession(open.Session, unit, [.. LinesOf(open, strategy.Entries, secret)], strategy.Entries);
    }

    /// <summary>What does not fit of what is to be taken over: at <c>text</c> or <c>willNot</c> of the answer, or <c>answer</c> where it is none of the session's.</summary>
    public static IEnumerable<(SessionAnswerId Answer, InputProblem Problem)> Problems(SaidSession said, IReadOnlyList<TakenOver> items) =>
        [
            .. items.Where(i => said.Lines.All(l => l.Id != i.Answer)).Select(i => (i.Answer, new InputProblem("answer", "unknown"))),
            .. Compose(said, items).SelectMany(c => ProblemsOf(c).Select(p => (c.Line.Id, p))),
        ];

    /// <summary>
    /// Takes it over, piece by piece, by the same desk as the pages; what stands there already is not written again. Refused: as
    /// <see cref="StrategyDesk.WriteAsync"/>, <c>strategy-taken-meanwhile</c>; what was taken over before stays.
    /// </summary>
    /// <param name="items">Without <see cref="Problems"/>.</param>
    public async Task<Outcome> TakeOverAsync(
        Viewer viewer,
        SaidSession said,
        IReadOnlyList<TakenOver> items,
        CancellationToken cancellationToken
    )
    {
        // Several lines of one piece are one wording: only the last of them holds all.
        var composed = Compose(said, items)
            .GroupBy(c => c.Line.Part.Kind.IsSingle() ? (object)c.Line.Part.Kind : c.Line.Id)
            .Select(g => g.Last());
        try
        {
            foreach (var piece in composed)
            {
                if ((await KeepAsync(viewer, said, piece, cancellationToken)).Refusal is { } refusal)
                {
                    return refusal;
                }
            }
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            // Somebody else who leads took the same over at the same moment.
            db.ChangeTracker.Clear();
            return new Refusal("strategy-taken-meanwhile");
        }

        return Outcome.Done;
    }

    /// <summary>An emptied text is no way to empty the crux.</summary>
    private static IEnumerable<InputProblem> ProblemsOf(Composed piece) =>
        string.IsNullOrWhiteSpace(piece.Text)
            ? [new InputProblem("text", InputProblems.Missing)]
            : StrategyForms
                .Of(piece.Line.Part.Kind)
                .Problems(piece.Sheet)
                .Where(p => p.Path == piece.Line.Part.Box || p.Path == "willNot")
                .Select(p => p.Path == "willNot" ? p : p with { Path = "text" });

    private async Task<Outcome> KeepAsync(Viewer viewer, SaidSession said, Composed piece, CancellationToken cancellationToken)
    {
        var kind = piece.Line.Part.Kind;
        if (kind.IsSingle() && said.The(kind) is { } before)
        {
            var writing = new StrategyWriting(piece.Sheet, before.ServesId, before.GapId, before.ContradictsId, before.OwnerId);
            var saved = await desk.RewriteAsync(viewer, before.Id, before.Version, writing, cancellationToken);
            return saved.IsSaved ? Outcome.Done : saved.Refusal ?? new Refusal("strategy-taken-meanwhile");
        }

        var id = kind.IsSingle() ? (StrategyEntryId?)null : piece.Line.Piece;
        var written = await desk.WriteAsync(viewer, kind, said.Unit, new StrategyWriting(piece.Sheet), cancellationToken, id);
        return written is null ? new Refusal("strategy-taken-meanwhile")
            : written.Value.Refusal is { } refusal ? refusal
            : Outcome.Done;
    }

    /// <summary>The unit whose strategy a session that is over worked on, for those who led it.</summary>
    private static UnitId? UnitOf(OpenSession open) =>
        open is { Leads: true, Session: { State: SessionState.Ended, Origin: StrategySession.Script, OriginId: { } unit } }
            ? UnitId.From(unit)
            : null;

    /// <summary>In the order of the parts, and in each in one that tells nothing of who wrote first: pieces are written in it.</summary>
    private static IEnumerable<SaidLine> LinesOf(OpenSession open, List<StrategyEntry> entries, byte[] secret)
    {
        var shown = open.Shown.Where(a => !a.IsHidden).ToList();
        string KeyOf(ShownAnswer answer) => open.Session.Stages[answer.Stage].Key;
        var givenUp = shown.Where(a => KeyOf(a) == StrategySession.WillNot).ToLookup(a => a.AuthorId, a => a.Text);
        return from part in StrategySession.Parts
            from said in shown
                .Where(a => KeyOf(a) == part.Stage)
                .Select(a => (Answer: a, Piece: PieceOf(a.Id, open.Session.EndedAt!.Value, secret)))
                .OrderBy(a => a.Piece)
            let answer = said.Answer
            let piece = said.Piece
            select new SaidLine(
                answer.Id,
                piece,
                part,
                answer.Author,
                answer.Text,
                part.Kind == StrategyKind.Policy ? givenUp[answer.AuthorId].FirstOrDefault() ?? "" : "",
                entries.Exists(e => e.Id == piece || (e.Kind == part.Kind && e.IsOpen && part.IsSaidIn(e.Sheet, answer.Text)))
            );
    }

    private static StrategyEntryId PieceOf(SessionAnswerId answer, DateTimeOffset ended, byte[] secret)
    {
        // An id of version 7: the end of the session as its time, and the rest from the key.
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7(ended).TryWriteBytes(id, bigEndian: true, out _);
        HMACSHA256.HashData(secret, answer.Value.ToByteArray(bigEndian: true)).AsSpan(0, 10).CopyTo(id[6..]);
        id[6] = (byte)(0x70 | (id[6] & 0x0F));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return StrategyEntryId.From(new Guid(id, bigEndian: true));
    }

    /// <summary>What each becomes, in the order of the session; what stands in the strategy is passed over.</summary>
    private static List<Composed> Compose(SaidSession said, IReadOnlyList<TakenOver> items)
    {
        var composed = new List<Composed>();
        var singles = new Dictionary<StrategyKind, Sheet>();
        var on = DateOnly.FromDateTime(said.Session.EndedAt!.Value.UtcDateTime);
        foreach (var line in said.Lines.Where(l => !l.IsTaken))
        {
            if (items.FirstOrDefault(i => i.Answer == line.Id) is not { } item)
            {
                continue;
            }

            var kind = line.Part.Kind;
            var before = kind.IsSingle() ? singles.GetValueOrDefault(kind) ?? said.The(kind)?.Sheet ?? Sheet.Empty : Sheet.Empty;
            var text = item.Text ?? line.Text;
            var sheet = StrategySession.Say(line.Part, before, text, item.WillNot ?? line.WillNot, said.Session.Name, on);
            singles[kind] = sheet;
            composed.Add(new Composed(line, text, sheet));
        }

        return composed;
    }

    private sealed record Composed(SaidLine Line, string Text, Sheet Sheet);
}
