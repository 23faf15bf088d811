using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>One lesson of a programme, and whose experience it is as far as they wished.</summary>
/// <param name="Module">Null: the programme as a whole.</param>
/// <param name="Source">A leader's or a site's name; null where they would rather not be named.</param>
public sealed record Lesson(
    ProgrammeId ProgrammeId,
    string Programme,
    string? Module,
    LookBackFrom From,
    string? Source,
    string Keep,
    string Change,
    string TryNext,
    DateTimeOffset At
);

/// <summary>The lessons with which the next programme or module begins.</summary>
public sealed record LastLessons(ProgrammeId Programme, string Name, IReadOnlyList<Lesson> Lessons);

/// <summary>Looks back, and gathers what was learned for whoever begins next. Null: not there, or not the viewer's to do.</summary>
public sealed class LookBackDesk(FieldcraftDb db, KeptSites sites, Viewer viewer, TimeProvider clock)
{
    private const int LessonsAtMost = 200;
    private const int LessonsBeside = 6;

    /// <summary>What the viewer wrote about a programme or one of its modules.</summary>
    public Task<LookBack?> OwnAsync(ProgrammeId programme, ModuleId? module, LookBackFrom from, CancellationToken cancellationToken) =>
        Own(programme, module, from).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Writes, or writes anew, what the viewer would do differently. Refused: <c>look-back-early</c> before the module's window, or the first one's, has opened.
    /// </summary>
    public async Task<Outcome?> WriteAsync(
        ProgrammeId programme,
        ModuleId? module,
        LookBackFrom from,
        LookBackSaid said,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayLookBack(from))
        {
            return null;
        }

        var opens = await db
            .Modules.Where(m => m.ProgrammeId == programme && m.EditionId != null && (module == null || m.Id == module))
            .OrderBy(m => m.WindowStart)
            .Select(m => (DateOnly?)m.WindowStart)
            .FirstOrDefaultAsync(cancellationToken);
        if (opens is not { } first)
        {
            return null;
        }

        if (today < first)
        {
            return new Refusal("look-back-early");
        }

        var now = clock.GetUtcNow();
        if (await Own(programme, module, from).FirstOrDefaultAsync(cancellationToken) is { } mine)
        {
            mine.Rewrite(said, viewer.PersonId, now);
        }
        else
        {
            var site = await sites.MineAsync(cancellationToken);
            db.Add(LookBack.Write(Id.New<LookBackId>(now), programme, module, from, viewer.PersonId, site?.Id, said, now));
        }

        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("look-back-changed-meanwhile");
    }

    /// <summary>What leaders and sites would do differently, the newest first.</summary>
    public async Task<IReadOnlyList<Lesson>> LessonsAsync(ProgrammeId programme, CancellationToken cancellationToken) =>
        await Lessons(db.LookBacks.Where(l => l.ProgrammeId == programme)).Take(LessonsAtMost).ToListAsync(cancellationToken);

    /// <summary>
    /// What the last programme taught; for a module first what the programme's earlier modules did. Null when nobody has looked back yet.
    /// </summary>
    /// <param name="beside">The programme that goes on; null when a new one is begun.</param>
    public async Task<LastLessons?> LastAsync(ProgrammeId? beside, CancellationToken cancellationToken)
    {
        var last =
            from lookBack in db.LookBacks
            join programme in db.Programmes on lookBack.ProgrammeId equals programme.Id
            orderby programme.Id == beside descending, programme.BegunAt descending, programme.Id
            select programme.Id;
        var lessons = await Lessons(db.LookBacks.Where(l => l.ProgrammeId == last.First()))
            .Take(LessonsBeside)
            .ToListAsync(cancellationToken);
        return lessons is [var first, ..] ? new LastLessons(first.ProgrammeId, first.Programme, lessons) : null;
    }

    private IQueryable<LookBack> Own(ProgrammeId programme, ModuleId? module, LookBackFrom from) =>
        db.LookBacks.WrittenBy(viewer).Where(l => l.ProgrammeId == programme && l.ModuleId == module && l.From == from);

    private IQueryable<Lesson> Lessons(IQueryable<LookBack> lookBacks) =>
        from l in lookBacks.AsNoTracking()
        join programme in db.Programmes on l.ProgrammeId equals programme.Id
        orderby l.ChangedAt descending, l.Id
        select new Lesson(
            programme.Id,
            programme.Name,
            db.Modules.Where(m => m.Id == l.ModuleId).Select(m => m.Title).FirstOrDefault(),
            l.From,
            !l.IsNamed ? null
                : l.From == LookBackFrom.Site ? db.Units.Where(u => u.Id == l.SiteId).Select(u => u.Name).FirstOrDefault()
                : db
                    .People.Where(p => p.Id == l.OwnerId)
                    .Select(p => NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName))
                    .FirstOrDefault(),
            l.Keep,
            l.Change,
            l.TryNext,
            l.ChangedAt
        );
}
