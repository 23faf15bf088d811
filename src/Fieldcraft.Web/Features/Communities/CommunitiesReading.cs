using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>A community as a list shows it.</summary>
public sealed record CommunityLine(
    CommunityId Id,
    string Topic,
    string Purpose,
    int Members,
    bool IsMember,
    bool IsClosed,
    DateOnly? NextOn
);

/// <summary>A community with what the viewer is in it.</summary>
public sealed record OpenCommunity(
    CommunityId Id,
    string Topic,
    string Purpose,
    PersonId? StewardId,
    string? Steward,
    DateTimeOffset FoundedAt,
    DateTimeOffset? ClosedAt,
    string? Farewell,
    int Members,
    bool IsMember,
    bool IsSteward,
    int Version
)
{
    public bool IsClosed => ClosedAt is not null;

    /// <summary>Whether the viewer looks after it; without a steward, any member does.</summary>
    public bool MayKeep => IsSteward || (StewardId is null && IsMember);
}

public sealed record OpenCommunityMeeting(CommunityMeetingId Id, string Title, string Place, AppointedTime When, bool IsCalledOff);

public sealed record OpenFinding(FindingId Id, string Text, PersonId? ById, string? By, DateTimeOffset At, int Version);

public sealed record CommunityMember(PersonId Id, string Name, string JobTitle, string Unit);

/// <summary>Finds communities, their meetings, members and memory.</summary>
public sealed class CommunitiesReading(FieldcraftDb db)
{
    public const int PageSize = 20;
    public const int FindingsShown = 30;
    public const int MembersShown = 100;
    private const int MeetingsShown = 20;

    /// <summary>Communities by topic, or those whose topic holds a text; closed ones come too, marked.</summary>
    public async Task<List<CommunityLine>> ListAsync(
        Viewer viewer,
        string? search,
        bool ownOnly,
        CommunityId? after,
        int limit,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var communities = db.Communities.AsNoTracking();
        if (ownOnly)
        {
            communities = communities.WithMember(viewer, db);
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            var needle = FoldedName.Of(search);
            communities = communities.Where(c => c.TopicKey.Contains(needle));
        }

        if (after is { } id)
        {
            var last = await db.Communities.Where(c => c.Id == id).Select(c => c.TopicKey).FirstOrDefaultAsync(cancellationToken) ?? "";
            communities = communities.Where(c => string.Compare(c.TopicKey, last) > 0 || (c.TopicKey == last && c.Id.CompareTo(id) > 0));
        }

        var me = viewer.PersonId;
        return await communities
            .OrderBy(c => c.TopicKey)
            .ThenBy(c => c.Id)
            .Take(limit)
            .Select(c => new CommunityLine(
                c.Id,
                c.Topic,
                c.Purpose,
                db.CommunityMemberships.Count(m => m.CommunityId == c.Id),
                db.CommunityMemberships.Any(m => m.CommunityId == c.Id && m.PersonId == me),
                c.ClosedAt != null,
                db.CommunityMeetings.Where(m => m.CommunityId == c.Id && m.CancelledAt == null && m.On >= today)
                    .OrderBy(m => m.On)
                    .Select(m => (DateOnly?)m.On)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancellationToken);
    }

    public Task<OpenCommunity?> FindAsync(Viewer viewer, CommunityId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return db
            .Communities.AsNoTracking()
            .Where(c => c.Id == id)
            .Select(c => new OpenCommunity(
                c.Id,
                c.Topic,
                c.Purpose,
                c.StewardId,
                db.People.Where(p => p.Id == c.StewardId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                c.FoundedAt,
                c.ClosedAt,
                c.Farewell,
                db.CommunityMemberships.Count(m => m.CommunityId == c.Id),
                db.CommunityMemberships.Any(m => m.CommunityId == c.Id && m.PersonId == me),
                c.StewardId == me,
                c.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Meetings from a day on, the next first.</summary>
    public async Task<IReadOnlyList<OpenCommunityMeeting>> MeetingsAsync(CommunityId id, DateOnly from, CancellationToken cancellationToken)
    {
        var rows = await db
            .CommunityMeetings.AsNoTracking()
            .Where(m => m.CommunityId == id && m.On >= from)
            .OrderBy(m => m.On)
            .ThenBy(m => m.Time)
            .ThenBy(m => m.Id)
            .Take(MeetingsShown)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(m => new OpenCommunityMeeting(m.Id, m.Title, m.Place, m.When, m.CancelledAt is not null))];
    }

    /// <summary>What was found out, newest first, after a given one.</summary>
    public Task<List<OpenFinding>> FindingsAsync(CommunityId id, FindingId? after, int limit, CancellationToken cancellationToken)
    {
        var findings = db.CommunityFindings.AsNoTracking().Where(f => f.CommunityId == id);
        if (after is { } last)
        {
            // Ids carry the time they were made, so that the id alone is the position.
            findings = findings.Where(f => f.Id.CompareTo(last) < 0);
        }

        return findings
            .OrderByDescending(f => f.Id)
            .Take(limit)
            .Select(f => new OpenFinding(
                f.Id,
                f.Text,
                f.WrittenById,
                db.People.Where(p => p.Id == f.WrittenById)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                f.WrittenAt,
                f.Version
            ))
            .ToListAsync(cancellationToken);
    }

    public Task<List<CommunityMember>> MembersAsync(CommunityId id, int limit, CancellationToken cancellationToken) =>
        db
            .CommunityMemberships.AsNoTracking()
            .Where(m => m.CommunityId == id)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => p)
            .Where(p => p.Status != PersonStatus.Left)
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Id)
            .Take(limit)
            .Select(p => new CommunityMember(
                p.Id,
                ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim(),
                p.JobTitle,
                db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() ?? ""
            ))
            .ToListAsync(cancellationToken);
}

/// <summary>What the search finds among the communities.</summary>
internal sealed class CommunityFinder(CommunitiesReading reading, Language.Words words, TimeProvider clock) : Finding.IFinder
{
    public async Task<IReadOnlyList<Finding.Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken)
    {
        var today = words.Today(clock.GetUtcNow());
        var found = await reading.ListAsync(viewer, needle, false, null, atMost, today, cancellationToken);
        return [.. found.Select(c => new Finding.Found("communities.found", c.Topic, CommunitiesLinks.One(c.Id), c.Purpose))];
    }
}
