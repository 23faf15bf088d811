using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>What waits for an answer from somebody.</summary>
public sealed record WaitingIdeas(int Count, DateOnly? FirstDueOn);

/// <summary>A tier that is late, at its place; teams of a site together.</summary>
public sealed record LateTier(LoopTier Tier, UnitId Unit, string Name, int Ideas, DateOnly Since);

/// <summary>A time at one tier.</summary>
public sealed record ShownStay(LoopTier Tier, string? Unit, DateTimeOffset ArrivedAt, DateOnly DueOn, DateTimeOffset? LeftAt, StayEnd? End)
{
    /// <inheritdoc cref="IdeaStay.LateSince" />
    public DateOnly? LateSince(DateOnly today) => End == StayEnd.DatePassed || (LeftAt is null && DueOn < today) ? DueOn.AddDays(1) : null;
}

/// <summary>An answer of an idea's own, the one that holds or an earlier one.</summary>
public sealed record PastAnswer(int Number, ShownAnswer Said, string? By, TeamIdeaId? IntoId);

/// <summary>An idea with its whole way.</summary>
/// <param name="IsOwner">The viewer answers for its tier.</param>
public sealed record OpenIdea(IdeaLine Line, IReadOnlyList<ShownStay> Stays, IReadOnlyList<PastAnswer> Answers, bool IsOwner);

/// <summary>An idea into which another may be merged.</summary>
public sealed record MergeTarget(TeamIdeaId Id, string Text, string Site);

/// <summary>Reads ideas of teams, for one viewer or for a board.</summary>
public sealed class LoopReading(FieldcraftDb db, Rules rules, TimeProvider clock)
{
    public const int MostShown = 200;
    public const int TargetsShown = 60;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What waits for the viewer's answer, for a line on another page. One query.</summary>
    public async Task<WaitingIdeas> WaitingAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await db
            .TeamIdeas.OwnedBy(viewer, db)
            .Where(i => i.AnsweredAt == null)
            .GroupBy(_ => 1)
            .Select(g => new WaitingIdeas(g.Count(), g.Min(i => (DateOnly?)i.DueOn)))
            .FirstOrDefaultAsync(cancellationToken)
        ?? new WaitingIdeas(0, null);

    /// <summary>The latest ideas of a site with where they stand, for its board: first what was answered last. One query.</summary>
    public async Task<IReadOnlyList<IdeaLine>> ForBoardAsync(UnitId site, int atMost, CancellationToken cancellationToken)
    {
        var ideas =
            from i in db.TeamIdeas
            where i.SiteId == site
            join r in db.TeamIdeas on i.RootId equals r.Id
            orderby r.AnsweredAt == null, r.AnsweredAt descending, i.SubmittedAt descending, i.Id
            select i;
        var lines = await IdeaLines.Of(db, ideas.Take(atMost), default).ToListAsync(cancellationToken);
        return
        [
            .. lines
                .OrderBy(i => i.Answer is null)
                .ThenByDescending(i => i.Answer?.At)
                .ThenByDescending(i => i.SubmittedAt)
                .ThenBy(i => i.Id),
        ];
    }

    /// <summary>The ideas of the viewer's team, newest first.</summary>
    public async Task<IReadOnlyList<IdeaLine>> OfTeamAsync(Viewer viewer, TeamIdeaId? after, int take, CancellationToken cancellationToken)
    {
        var ideas = db.TeamIdeas.OfTeamOf(viewer, db);
        if (after is { } behind)
        {
            ideas = ideas.Where(i => i.Id.CompareTo(behind) < 0);
        }

        return await IdeaLines
            .Of(db, ideas.OrderByDescending(i => i.Id).Take(take), viewer.PersonId)
            .OrderByDescending(i => i.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What waits for the viewer's answer, the first due first.</summary>
    public async Task<IReadOnlyList<IdeaLine>> ToAnswerAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await IdeaLines
            .Of(
                db,
                db.TeamIdeas.OwnedBy(viewer, db).Where(i => i.AnsweredAt == null).OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(MostShown),
                viewer.PersonId
            )
            .OrderBy(i => i.DueOn)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);

    public async Task<OpenIdea?> FindAsync(Viewer viewer, TeamIdeaId id, CancellationToken cancellationToken)
    {
        var line = await IdeaLines
            .Of(db, db.TeamIdeas.VisibleTo(viewer, db).Where(i => i.Id == id), viewer.PersonId)
            .FirstOrDefaultAsync(cancellationToken);
        if (line is null)
        {
            return null;
        }

        var stays = await (
            from s in db.IdeaStays.AsNoTracking()
            where s.IdeaId == id
            from u in db.Units.Where(u => u.Id == s.UnitId).DefaultIfEmpty()
            orderby s.Number
            select new
            {
                Stay = new ShownStay(s.Tier, u == null ? null : u.Name, s.ArrivedAt, s.DueOn, s.LeftAt, s.End),
                IsOwner = db.TeamIdeas.OwnedBy(viewer, db).Any(i => i.Id == id),
            }
        ).ToListAsync(cancellationToken);
        var answers = await (
            from a in db.IdeaAnswers.AsNoTracking()
            where a.IdeaId == id
            from u in db.Units.Where(u => u.Id == a.UnitId).DefaultIfEmpty()
            from p in db.People.Where(p => p.Id == a.ById).DefaultIfEmpty()
            orderby a.Number
            select new PastAnswer(
                a.Number,
                new ShownAnswer(a.Kind, a.Who, a.On, a.Words, a.Tier, u == null ? null : u.Name, a.At),
                p == null ? null : NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                a.IntoId
            )
        ).ToListAsync(cancellationToken);
        return new OpenIdea(line, [.. stays.Select(s => s.Stay)], answers, stays.Exists(s => s.IsOwner));
    }

    /// <summary>Ideas of the same module into which this one may be merged: answered ones, and those that wait at the same tier or higher.</summary>
    public async Task<IReadOnlyList<MergeTarget>> TargetsAsync(Viewer viewer, IdeaLine idea, CancellationToken cancellationToken)
    {
        var tiers = Enum.GetValues<LoopTier>().Where(t => t >= idea.OwnTier).ToList();
        return await (
            from i in db.TeamIdeas.AsNoTracking().VisibleTo(viewer, db)
            where i.ModuleId == idea.ModuleId && i.Id != idea.Id && i.RootId == i.Id
            where i.AnsweredAt != null || tiers.Contains(i.Tier)
            join s in db.Units on i.SiteId equals s.Id
            orderby i.SubmittedAt descending, i.Id
            select new MergeTarget(i.Id, i.Text, s.Name)
        )
            .Take(TargetsShown)
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many more of the viewer's ideas can be forwarded, for each that waits. One query.</summary>
    public async Task<IReadOnlyDictionary<TeamIdeaId, int>> LeftToForwardAsync(
        IReadOnlyCollection<IdeaLine> ideas,
        CancellationToken cancellationToken
    )
    {
        var places = ideas.Select(PlaceOf).Distinct().ToList();
        var taken = await db
            .IdeaStays.Where(s => s.SlotPlace != null && places.Contains(s.SlotPlace.Value))
            .GroupBy(s => new
            {
                s.SlotPlace,
                s.SlotFor,
                s.SlotRound,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return ideas.ToDictionary(
            i => i.Id,
            i =>
            {
                var key = LoopSlots.KeyOf(i.OwnTier, PlaceOf(i), i.ModuleId, i.SessionId, i.WindowStart, Today, rules.Loop);
                var used = taken.Find(t => t.Key.SlotPlace == key.Place && t.Key.SlotFor == key.For && t.Key.SlotRound == key.Round)?.Count;
                return i.OwnTier == LoopTier.State ? 0 : Math.Max(0, rules.Loop.ForwardedAtMostFrom(i.OwnTier) - (used ?? 0));
            }
        );
    }

    /// <summary>The tiers that are late one level above and one level below the viewer's own, by place. Two queries.</summary>
    public async Task<IReadOnlyList<LateTier>> LateBesideAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var led = viewer.Leads.Where(l => TierOf(l.Kind) is not null).ToList();
        var isTop = viewer.Holds(Role.Sponsor) || await db.Programmes.AnsweredAtTheTopBy(viewer, db).AnyAsync(cancellationToken);
        if (led.Count == 0 && !isTop)
        {
            return [];
        }

        var today = Today;
        var late = await (
            from s in db.IdeaStays.AsNoTracking()
            where s.End == StayEnd.DatePassed || (s.LeftAt == null && s.DueOn < today)
            join i in db.TeamIdeas on s.IdeaId equals i.Id
            where i.AnsweredAt == null
            join u in db.Units on s.UnitId ?? i.SiteId equals u.Id
            group s by new
            {
                s.Tier,
                u.Id,
                u.Name,
                u.Path,
            } into g
            select new
            {
                g.Key,
                Ideas = g.Count(),
                DueOn = g.Min(s => s.DueOn),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. late.Where(x => led.Exists(l => IsBeside(x.Key.Tier, x.Key.Path, l)) || (isTop && x.Key.Tier == LoopTier.Network))
                .OrderBy(x => x.Key.Tier)
                .ThenBy(x => x.Key.Name, StringComparer.Ordinal)
                .ThenBy(x => x.Key.Id)
                .Select(x => new LateTier(x.Key.Tier, x.Key.Id, x.Key.Name, x.Ideas, x.DueOn.AddDays(1))),
        ];
    }

    private static bool IsBeside(LoopTier tier, string path, LedUnit led) =>
        (tier == TierOf(led.Kind) - 1 && path.StartsWith(led.Path, StringComparison.Ordinal))
        || (tier == TierOf(led.Kind) + 1 && led.Path.StartsWith(path, StringComparison.Ordinal));

    private static LoopTier? TierOf(UnitKind kind) =>
        kind switch
        {
            UnitKind.Facility => LoopTier.Facility,
            UnitKind.Network => LoopTier.Network,
            UnitKind.State => LoopTier.State,
            _ => null,
        };

    private static Guid PlaceOf(IdeaLine idea) => idea.OwnUnitId?.Value ?? idea.LeaderId?.Value ?? idea.SiteId.Value;
}
