using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Conversations.Streams;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>
/// What members write in a session, each for themselves. An answer to a trigger question goes into the inquiry of the assignment its author picked at
/// the same time: where there is an answer already, a new round begins and stands beside it; where the author changed it there since, it is left alone.
/// </summary>
public sealed class SessionWriting(FieldcraftDb db, Vault vault, LiveStreams streams, Viewer viewer, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>Keeps what is written so far. Refused: <c>session-stage-to-come</c>.</summary>
    /// <param name="show">Whether the group may see it once it reveals.</param>
    /// <param name="version">The version that was changed; 0 when there was none.</param>
    public async Task<Keeping> WriteAsync(
        LiveSessionId id,
        int stage,
        string? text,
        bool show,
        int version,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(
                    new Writing(id, stage, text, show && !string.IsNullOrWhiteSpace(text), version),
                    cancellationToken
                );
            }
            catch (DbUpdateException wrong) when (attempt < Tries && !Outage.Is(wrong))
            {
                // The assignment or its answer was saved elsewhere at the same moment. Whether this answer was, the version tells.
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException wrong) when (!Outage.Is(wrong))
            {
                db.ChangeTracker.Clear();
                return new Keeping(Kept.Meanwhile);
            }
        }
    }

    /// <summary>The author no longer wants the others to see it.</summary>
    public async Task<Keeping> TakeBackAsync(LiveSessionId id, int stage, CancellationToken cancellationToken)
    {
        var own = db.SessionAnswers.VisibleTo(viewer);
        if (await own.FirstOrDefaultAsync(a => a.SessionId == id && a.Stage == stage, cancellationToken) is not { } answer)
        {
            return new Keeping(Kept.Missing);
        }

        var document = answer.Shown?.Document;
        answer.TakeBack(clock.GetUtcNow());
        await SaveAsync(id, true, cancellationToken);
        if (document is { } gone)
        {
            await vault.DestroyAsync(gone, cancellationToken);
        }

        return new Keeping(Kept.Done, answer.Version, Id: answer.Id.Value);
    }

    /// <summary>Chooses the own assignment whose inquiry takes the answers; what was written before goes there too.</summary>
    public async Task<Keeping> PickAsync(LiveSessionId id, AssignmentId? assignment, CancellationToken cancellationToken)
    {
        if (await db.SessionMembers.VisibleTo(viewer).FirstOrDefaultAsync(m => m.SessionId == id, cancellationToken) is not { } member)
        {
            return new Keeping(Kept.Missing);
        }

        if (
            assignment is { } wanted
            && !await db.Assignments.VisibleTo(viewer).AnyAsync(a => a.Id == wanted && a.EndedOn == null, cancellationToken)
        )
        {
            return new Keeping(Kept.Missing);
        }

        member.Pick(assignment, clock.GetUtcNow());
        if (assignment is { } into)
        {
            var stages = (await db.LiveSessions.AsNoTracking().FirstAsync(s => s.Id == id, cancellationToken)).Stages;
            var answers = await db
                .SessionAnswers.VisibleTo(viewer)
                .Where(a => a.SessionId == id)
                .OrderBy(a => a.Stage)
                .ToListAsync(cancellationToken);
            var unlocked = await vault.UnlockAsync(viewer, answers.Select(a => a.Text), cancellationToken);
            foreach (var answer in answers.Where(a => stages[a.Stage].Question is not null))
            {
                await LandAsync(answer, unlocked.OpenOrEmpty(answer.Text), into, stages[answer.Stage].Question!, cancellationToken);
            }
        }

        return await db.TrySaveAsync(cancellationToken)
            ? new Keeping(Kept.Done, member.Version, Id: member.Id.Value)
            : new Keeping(Kept.Meanwhile);
    }

    /// <summary>
    /// A copy for the others takes its turn at the session, so that it is not missed by a reveal of the same moment; a text for its author alone
    /// waits for nobody.
    /// </summary>
    private async Task<Keeping> TryWriteAsync(Writing writing, CancellationToken cancellationToken)
    {
        if (!writing.Show || !await db.SessionsOf(viewer).AnyAsync(s => s.Id == writing.Session, cancellationToken))
        {
            return await TryWriteAsync(writing, isInTurn: false, cancellationToken);
        }

        var kept = new Keeping(Kept.Missing);
        var signal = await db.WriteAsync(
            async () =>
            {
                var pulse = await db.PulseAsync(writing.Session, cancellationToken);
                kept = await TryWriteAsync(writing, isInTurn: true, cancellationToken);
                return pulse;
            },
            cancellationToken
        );
        streams.Tell(signal);
        return kept;
    }

    private async Task<Keeping> TryWriteAsync(Writing writing, bool isInTurn, CancellationToken cancellationToken)
    {
        var (id, stage, text, show, version) = writing;
        var session = await db.SessionsOf(viewer).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        var member = await db.SessionMembers.VisibleTo(viewer).FirstOrDefaultAsync(m => m.SessionId == id, cancellationToken);
        if (session is null || member is null || stage < 0 || stage >= session.Stages.Count || !session.Stages[stage].IsWritten)
        {
            return new Keeping(Kept.Missing);
        }

        if (session.BegunAt is null || stage > session.Stage)
        {
            return new Keeping(Kept.Refused, Refusal: new Refusal("session-stage-to-come"));
        }

        var answer = await db
            .SessionAnswers.VisibleTo(viewer)
            .FirstOrDefaultAsync(a => a.SessionId == id && a.Stage == stage, cancellationToken);
        if ((answer?.Version ?? 0) != version)
        {
            return new Keeping(Kept.Meanwhile);
        }

        if (answer is null)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return new Keeping(Kept.Done);
            }

            answer = SessionAnswer.Begin(Id.New<SessionAnswerId>(clock.GetUtcNow()), id, viewer.PersonId, stage);
            db.Add(answer);
        }

        var before = (answer.HasText, answer.IsShown);
        var goes = show ? null : answer.Shown?.Document;
        await SealAsync(session, answer, text, show, cancellationToken);
        if (member.AssignmentId is { } into && session.Stages[stage].Question is { } question)
        {
            await LandAsync(answer, text, into, question, cancellationToken);
        }

        // Others see only whether something is there, and what is revealed: nobody is told of single words.
        await SaveAsync(id, !isInTurn && before != (answer.HasText, answer.IsShown), cancellationToken);
        if (goes is { } document)
        {
            await vault.DestroyAsync(document, cancellationToken);
        }

        return new Keeping(Kept.Done, answer.Version, Id: answer.Id.Value);
    }

    private async Task SealAsync(LiveSession session, SessionAnswer answer, string? text, bool show, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var me = viewer.PersonId;
        var sealer = await vault.SealerAsync(me, answer.Id.Value, cancellationToken);
        var copy = show ? await vault.SealerAsync(me, answer.Shown?.Document ?? Guid.CreateVersion7(now), cancellationToken) : null;
        var isRevealed = session.IsRevealed(answer.Stage);
        var wasRevealed = answer.RevealedAt is not null;
        answer.Write(text, sealer, copy, isRevealed, now);
        if (isRevealed && !wasRevealed && answer.Shown is { } shown)
        {
            var readers = db.SessionMembers.Where(m => m.SessionId == session.Id && m.JoinedAt != null).Select(m => m.OwnerId);
            await vault.AdmitAllAsync([shown], await readers.ToListAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task LandAsync(
        SessionAnswer answer,
        string? text,
        AssignmentId into,
        string question,
        CancellationToken cancellationToken
    )
    {
        var own = db.Assignments.VisibleTo(viewer);
        if (await own.FirstOrDefaultAsync(a => a.Id == into && a.EndedOn == null, cancellationToken) is not { } assignment)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (
            answer.LandedIn is { } landed
            && await db.Answers.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == landed && a.AssignmentId == into, cancellationToken)
                is { } there
        )
        {
            if (there.Version == answer.LandedVersion && there.Round == assignment.Round)
            {
                await RewriteAsync(there, text, assignment.Round, cancellationToken);
                answer.Land(there.Id, there.Version, now);
            }

            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var round = assignment.Round;
        var earlier = await db
            .Answers.VisibleTo(viewer)
            .FirstOrDefaultAsync(a => a.AssignmentId == into && a.Round == round && a.Question == question, cancellationToken);
        if (earlier is { HasText: false })
        {
            await RewriteAsync(earlier, text, round, cancellationToken);
            answer.Land(earlier.Id, earlier.Version, now);
            return;
        }

        if (earlier is not null)
        {
            assignment.BeginRound(round, hasAnswers: true, now);
        }

        var id = Id.New<AnswerId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var given = Answer.Give(id, assignment, question, new AnswerWording(text), sealer, now);
        db.Add(given);
        answer.Land(given.Id, given.Version, now);
    }

    private async Task RewriteAsync(Answer answer, string? text, int round, CancellationToken cancellationToken)
    {
        var sealer = await vault.SealerAsync(viewer.PersonId, answer.Id.Value, cancellationToken);
        answer.Rewrite(new AnswerWording(text, answer.Resonates), round, sealer, clock.GetUtcNow());
    }

    private async Task SaveAsync(LiveSessionId id, bool tell, CancellationToken cancellationToken)
    {
        if (!tell)
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var signal = await db.WriteAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                return await db.PulseAsync(id, cancellationToken);
            },
            cancellationToken
        );
        streams.Tell(signal);
    }

    private sealed record Writing(LiveSessionId Session, int Stage, string? Text, bool Show, int Version);
}
