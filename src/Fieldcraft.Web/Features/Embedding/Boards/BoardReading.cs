using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding.Boards;

/// <summary>What a team started, as it stands.</summary>
/// <param name="Team">Whose team; null unless the team wished to be named.</param>
public sealed record BoardAction(string What, string? Team);

/// <summary>Whom the site chose this month or last, and who agreed to be named.</summary>
public sealed record BoardAward(string Name, string Citation, DateOnly Month);

/// <summary>What a site's board shows. Names nobody who did not agree to it.</summary>
public sealed record BoardContent(
    string Site,
    string? Line,
    IReadOnlyList<SiteResultLine> Results,
    IReadOnlyList<string> Tips,
    IReadOnlyList<BoardAction> Actions,
    BoardIdea? Idea,
    BoardAward? Award,
    DateTimeOffset At
)
{
    public bool IsEmpty => Line is null && Results.Count == 0 && Tips.Count == 0 && Actions.Count == 0 && Idea is null && Award is null;
}

/// <summary>Gathers a board: four questions to the database, and the idea's.</summary>
public sealed class BoardReading(FieldcraftDb db, ResultsReading results, IEnumerable<IBoardIdeas> ideas, TimeProvider clock)
{
    private const int TipsShown = 3;
    private const int ActionsShown = 3;

    // A tip from the spring is no news in autumn.
    private const int TipsFromDays = 60;

    /// <summary>The board behind an address; null when the secret opens nothing, or the board is off.</summary>
    public async Task<BoardContent?> ByLinkAsync(string? secret, CancellationToken cancellationToken)
    {
        if (Secrets.FromText(secret) is not { Length: Secrets.Length } known)
        {
            return null;
        }

        var hash = Secrets.Hash(known);
        var found = await (
            from kit in db.SiteKits.AsNoTracking()
            where kit.BoardSecret == hash && kit.HasBoard
            join unit in db.Units on kit.Id equals unit.Id
            select new { Site = new Site(unit.Id, unit.Name, unit.Path), kit.Line }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : await OfAsync(found.Site, found.Line, cancellationToken);
    }

    public async Task<BoardContent> OfAsync(Site site, string? line, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new BoardContent(
            site.Name,
            line,
            await results.OfAsync(site.Id, cancellationToken),
            await TipsAsync(site, now, cancellationToken),
            await ActionsAsync(site, cancellationToken),
            ideas.FirstOrDefault() is { } loop ? await loop.NewestAnswerAsync(site.Id, cancellationToken) : null,
            await AwardAsync(site, now, cancellationToken),
            now
        );
    }

    /// <summary>The site's own tips come first; those from elsewhere fill up.</summary>
    private async Task<IReadOnlyList<string>> TipsAsync(Site site, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-TipsFromDays);
        return await db
            .Tips.AsNoTracking()
            .ShownAt(site, db)
            .Where(t => t.PostedAt >= since && t.ReportedAt == null)
            .OrderByDescending(t => t.SiteId == site.Id)
            .ThenByDescending(t => t.Id)
            .Take(TipsShown)
            .Select(t => t.Text)
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<BoardAction>> ActionsAsync(Site site, CancellationToken cancellationToken)
    {
        var rows = await db
            .TeamActions.AsNoTracking()
            .Where(a => a.SiteId == site.Id && !a.Looks.Any(l => l.Answer == LookAnswer.Dropped))
            .OrderByDescending(a => a.AgreedAt)
            .ThenByDescending(a => a.Id)
            .Take(ActionsShown)
            .Select(a => new
            {
                a.What,
                Changed = a
                    .Looks.Where(l => l.Answer == LookAnswer.Changed)
                    .OrderByDescending(l => l.Weeks)
                    .Select(l => l.Text)
                    .FirstOrDefault(),
                Team = a.IsNamed
                    ? db
                        .People.Where(p => p.Id == a.LeaderId)
                        .Select(p => NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName))
                        .FirstOrDefault()
                    : null,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new BoardAction(r.Changed ?? r.What, r.Team))];
    }

    private async Task<BoardAward?> AwardAsync(Site site, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = Nomination.MonthOf(DateOnly.FromDateTime(now.UtcDateTime)).AddMonths(-1);
        return await (
            from nomination in db.Nominations.AsNoTracking()
            where nomination.SiteId == site.Id && nomination.State == NominationState.Accepted && nomination.Month >= since
            join person in db.People on nomination.PersonId equals person.Id
            orderby nomination.Month descending
            select new BoardAward(
                NamedPerson.NameOf(person.FirstName, person.LastName, person.PreferredName),
                nomination.Citation!,
                nomination.Month
            )
        ).FirstOrDefaultAsync(cancellationToken);
    }
}
