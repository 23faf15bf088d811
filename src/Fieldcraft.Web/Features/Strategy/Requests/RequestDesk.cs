using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>A request as pages show it.</summary>
public sealed record RequestView(LearningRequest Request, string By, string Unit, bool IsMine)
{
    public string Title => Request.Sheet["asked"];
}

/// <summary>How the learning team answers: how many requests there were in a year, and what came of them.</summary>
/// <param name="InTime">Of those answered.</param>
public sealed record FunctionFigures(int Asked, int Answered, int InTime, int Yes, int SomethingElse, int No, int Overdue)
{
    public static FunctionFigures Of(IReadOnlyCollection<LearningRequest> requests, DateOnly today) =>
        new(
            requests.Count,
            requests.Count(r => !r.IsOpen),
            requests.Count(r => !r.IsOpen && !r.IsLate(today)),
            requests.Count(r => r.Answer == RequestAnswer.Yes),
            requests.Count(r => r.Answer == RequestAnswer.SomethingElse),
            requests.Count(r => r.Answer == RequestAnswer.No),
            requests.Count(r => r.IsOpen && r.IsLate(today))
        );
}

/// <summary>Asking the learning team, and answering by a day; the same for pages and API.</summary>
public sealed class RequestDesk(FieldcraftDb db, Notices notices, Rules rules, TimeProvider clock)
{
    private const int Shown = 200;

    /// <summary>The viewer's own requests, and for the learning team everybody's; the open ones first, the nearest day first.</summary>
    public async Task<IReadOnlyList<RequestView>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        [
            .. (
                await Rows(viewer)
                    .OrderBy(r => r.Request.Answer != null)
                    .ThenBy(r => r.Request.AnswerBy)
                    .ThenBy(r => r.Request.Id)
                    .Take(Shown)
                    .ToListAsync(cancellationToken)
            ).Select(r => new RequestView(r.Request, r.Person.FullName, r.Unit, r.Request.OwnerId == viewer.PersonId)),
        ];

    public async Task<RequestView?> FindAsync(Viewer viewer, LearningRequestId id, CancellationToken cancellationToken) =>
        await Rows(viewer).FirstOrDefaultAsync(r => r.Request.Id == id, cancellationToken) is { } row
            ? new RequestView(row.Request, row.Person.FullName, row.Unit, row.Request.OwnerId == viewer.PersonId)
            : null;

    /// <summary>Null for somebody without a unit.</summary>
    public async Task<LearningRequest?> AskAsync(Viewer viewer, Sheet sheet, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (await db.People.Where(p => p.Id == me).Select(p => p.UnitId).FirstOrDefaultAsync(cancellationToken) is not { } unit)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var by = DateOnly.FromDateTime(now.UtcDateTime).AddDays(rules.Strategy.AnswerRequestsInDays);
        var request = LearningRequest.Ask(Id.New<LearningRequestId>(now), me, unit, sheet, by, now);
        db.Add(request);
        await db.SaveChangesAsync(cancellationToken);
        return request;
    }

    public async Task<SaveResult> SayMoreAsync(
        Viewer viewer,
        LearningRequestId id,
        int version,
        Sheet sheet,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        return await db.ChangeAsync(
            await db.LearningRequests.FirstOrDefaultAsync(r => r.Id == id && r.OwnerId == me, cancellationToken),
            version,
            request => Task.FromResult(request.SayMore(sheet, clock.GetUtcNow())),
            cancellationToken
        );
    }

    /// <summary>The learning team's answer; whoever asked is told. Refused as <see cref="LearningRequest.Reply"/>.</summary>
    public async Task<SaveResult> ReplyAsync(
        Viewer viewer,
        LearningRequestId id,
        int version,
        RequestReply reply,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            viewer.IsLearningTeam() ? await db.LearningRequests.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) : null,
            version,
            request =>
            {
                var outcome = request.Reply(
                    reply.Answer,
                    reply.Text,
                    reply.IsTraining,
                    reply.Gap is { } gap ? StrategyEntryId.From(gap) : null,
                    viewer.PersonId,
                    clock.GetUtcNow()
                );
                if (outcome.IsDone && request.OwnerId != viewer.PersonId)
                {
                    notices.Tell(request.OwnerId, StrategyNotices.RequestAnswered, StrategyLinks.Request(id), viewer.PersonId);
                }

                return Task.FromResult(outcome);
            },
            cancellationToken
        );

    /// <summary>Of the last year.</summary>
    public async Task<FunctionFigures> FiguresAsync(Words words, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddYears(-1);
        return FunctionFigures.Of(
            await db.LearningRequests.AsNoTracking().Where(r => r.AskedAt >= since).ToListAsync(cancellationToken),
            words.Today(now)
        );
    }

    private IQueryable<Row> Rows(Viewer viewer) =>
        db
            .LearningRequests.AsNoTracking()
            .VisibleTo(viewer)
            .Join(db.People, r => r.OwnerId, p => p.Id, (r, p) => new { Request = r, Person = p })
            .Join(
                db.Units,
                r => r.Request.UnitId,
                u => u.Id,
                (r, u) =>
                    new Row
                    {
                        Request = r.Request,
                        Person = r.Person,
                        Unit = u.Name,
                    }
            );

    private sealed record Row
    {
        public required LearningRequest Request { get; init; }
        public required Person Person { get; init; }
        public required string Unit { get; init; }
    }
}

/// <summary>What the learning team answers.</summary>
/// <param name="IsTraining">Whether a yes is to a training.</param>
/// <param name="Gap">The performance gap it became.</param>
public sealed record RequestReply(RequestAnswer Answer, string Text, bool IsTraining = false, Guid? Gap = null);
