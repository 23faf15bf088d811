using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>The answer that counts.</summary>
public sealed record ShownAnswer(
    IdeaAnswerKind Kind,
    string Who,
    DateOnly? On,
    string Words,
    LoopTier Tier,
    string? Unit,
    DateTimeOffset At
);

/// <summary>An idea as lists and boards show it: where it stands, or its answer; of one that was merged, those of the idea whose answer counts.</summary>
public sealed record IdeaLine
{
    public required TeamIdeaId Id { get; init; }
    public required string Text { get; init; }
    public required ModuleId ModuleId { get; init; }
    public required string Module { get; init; }
    public required DateOnly WindowStart { get; init; }
    public required ProgrammeId ProgrammeId { get; init; }
    public required UnitId SiteId { get; init; }
    public required string Site { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>Who wrote it; null unless the team wishes the name to stand beside it.</summary>
    public string? Author { get; init; }

    /// <summary>Who leads the team; null where that would name a small team.</summary>
    public string? Leader { get; init; }
    public PersonId? LeaderId { get; init; }
    public TeachingSessionId? SessionId { get; init; }

    /// <summary>The viewer wrote it.</summary>
    public bool IsMine { get; init; }

    /// <summary>Nobody has answered this very idea yet; a merged one counts as answered.</summary>
    public bool IsOpen { get; init; }
    public required LoopTier OwnTier { get; init; }
    public UnitId? OwnUnitId { get; init; }

    /// <summary>The idea whose answer counts, when that is another one.</summary>
    public TeamIdeaId? RootId { get; init; }
    public string? RootText { get; init; }

    /// <summary>Where the answer comes from, and by when.</summary>
    public required LoopTier Tier { get; init; }
    public string? Unit { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? LateSince { get; init; }

    /// <summary>Null while it waits.</summary>
    public ShownAnswer? Answer { get; init; }

    public LoopPlace OwnPlace => new(OwnTier, OwnUnitId);

    public bool IsLate(DateOnly today) => Answer is null && (LateSince is not null || DueOn < today);
}

internal static class IdeaLines
{
    /// <summary>One query for any number of ideas; order and limit are the caller's.</summary>
    public static IQueryable<IdeaLine> Of(FieldcraftDb db, IQueryable<TeamIdea> ideas, PersonId me) =>
        from i in ideas.AsNoTracking()
        join m in db.Modules on i.ModuleId equals m.Id
        join s in db.Units on i.SiteId equals s.Id
        join r in db.TeamIdeas on i.RootId equals r.Id
        from u in db.Units.Where(u => u.Id == r.OwnerUnitId).DefaultIfEmpty()
        from l in db.People.Where(p => p.Id == i.LeaderId).DefaultIfEmpty()
        from w in db.People.Where(p => p.Id == i.AuthorId).DefaultIfEmpty()
        from a in db
            .IdeaAnswers.Where(a => a.IdeaId == r.Id && !db.IdeaAnswers.Any(b => b.IdeaId == a.IdeaId && b.Number > a.Number))
            .DefaultIfEmpty()
        from au in db.Units.Where(u => u.Id == a.UnitId).DefaultIfEmpty()
        select new IdeaLine
        {
            Id = i.Id,
            Text = i.Text,
            ModuleId = i.ModuleId,
            Module = m.Title,
            WindowStart = m.WindowStart,
            ProgrammeId = m.ProgrammeId,
            SiteId = i.SiteId,
            Site = s.Name,
            SubmittedAt = i.SubmittedAt,
            Version = i.Version,
            Author = i.IsNamed && w != null ? NamedPerson.NameOf(w.FirstName, w.LastName, w.PreferredName) : null,
            Leader = l != null && (i.IsTeamShown || l.Id == me) ? NamedPerson.NameOf(l.FirstName, l.LastName, l.PreferredName) : null,
            LeaderId = i.LeaderId,
            SessionId = i.SessionId,
            IsMine = i.AuthorId == me,
            IsOpen = i.AnsweredAt == null,
            OwnTier = i.Tier,
            OwnUnitId = i.OwnerUnitId,
            RootId = r.Id == i.Id ? null : r.Id,
            RootText = r.Id == i.Id ? null : r.Text,
            Tier = r.Tier,
            Unit = u == null ? null : u.Name,
            DueOn = r.DueOn,
            LateSince = i.LateSince ?? r.LateSince,
            Answer =
                r.AnsweredAt == null || a == null
                    ? null
                    : new ShownAnswer(a.Kind, a.Who, a.On, a.Words, a.Tier, au == null ? null : au.Name, a.At),
        };
}
