using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Alongside;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>A story that stands beside an assignment, with the plain reason why.</summary>
public sealed record BesideStory(StoryId Id, string Title, string? Teller, string Reason);

/// <summary>An offer that stands beside an assignment, with the plain reason why.</summary>
public sealed record BesideOffer(OfferId Id, string What, string Host, string Reason);

/// <summary>Stories and offers like an assignment; at most a few of each, and only where something is the same.</summary>
public sealed class BesideReading(FieldcraftDb db, Knowledge knowledge, CapabilityNames names, Rules rules, Words words, TimeProvider clock)
{
    /// <summary>A dimension counts for the likeness when the assignment asks for it strongly (DOMAIN 1.6).</summary>
    private const int Strongly = 3;
    private const int LookedAt = 3;

    /// <summary>The dimensions that an assignment asks for most, up to three.</summary>
    public static IReadOnlyList<string> Hottest(IReadOnlyDictionary<string, int?> demand) =>
        [
            .. ChallengeDimension
                .All.Select(d => (d.Id, Demand: demand.GetValueOrDefault(d.Id) ?? 0))
                .Where(d => d.Demand >= Strongly)
                .OrderByDescending(d => d.Demand)
                .Take(LookedAt)
                .Select(d => d.Id),
        ];

    /// <summary>The same kind of work comes first, then what shares most of what it asks for, then the newest.</summary>
    public async Task<IReadOnlyList<BesideStory>> StoriesAsync(
        string? archetype,
        IReadOnlyList<string> dimensions,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await Stories(archetype, dimensions).ToListAsync(cancellationToken)).Select(s => new BesideStory(
                s.Id,
                s.Title,
                s.Teller,
                s.IsSame ? SameKind(archetype!) : words["beside.reason.dimensions", Shared(dimensions, s.Dimensions, "dimension")]
            )),
        ];

    /// <summary>The same kind of work comes first, then where a capability can be seen that the work teaches most (DOMAIN 1.4).</summary>
    public async Task<IReadOnlyList<BesideOffer>> OffersAsync(
        Viewer viewer,
        string? archetype,
        IReadOnlyList<string> dimensions,
        CancellationToken cancellationToken
    )
    {
        var capabilities = names.BuiltMuchBy(dimensions).Take(LookedAt).ToList();
        return
        [
            .. (await Offers(viewer, archetype, capabilities).ToListAsync(cancellationToken)).Select(o => new BesideOffer(
                o.Id,
                o.What,
                o.Host,
                o.IsSame ? SameKind(archetype!) : words["beside.reason.capability", Shared(capabilities, o.Capabilities, "capability")]
            )),
        ];
    }

    private IQueryable<StoryRow> Stories(string? archetype, IReadOnlyList<string> dimensions)
    {
        var (first, second, third) = Within(dimensions);
        return db
            .PublishedStories.AsNoTracking()
            .Read()
            .Where(s =>
                archetype != null && s.Archetype == archetype
                || s.Dimensions.Contains(first)
                || s.Dimensions.Contains(second)
                || s.Dimensions.Contains(third)
            )
            .OrderByDescending(s => archetype != null && s.Archetype == archetype ? 1 : 0)
            .ThenByDescending(s =>
                (s.Dimensions.Contains(first) ? 1 : 0) + (s.Dimensions.Contains(second) ? 1 : 0) + (s.Dimensions.Contains(third) ? 1 : 0)
            )
            .ThenByDescending(s => s.PublishedAt)
            .ThenByDescending(s => s.Id)
            .Take(rules.Stories.BesideAtMost)
            .Select(s => new StoryRow(
                s.Id,
                s.Title!,
                archetype != null && s.Archetype == archetype,
                s.Dimensions,
                db.People.Where(p => p.Id == s.TellerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault()
            ));
    }

    /// <summary>Offers that stand, are not full and are somebody else's.</summary>
    private IQueryable<OfferRow> Offers(Viewer viewer, string? archetype, IReadOnlyList<string> capabilities)
    {
        var me = viewer.PersonId;
        var (first, second, third) = Within(capabilities);
        return db
            .LearningOffers.AsNoTracking()
            .StandingOn(words.Today(clock.GetUtcNow()), db)
            .Where(o => o.OwnerId != me && db.AlongsideVisits.Count(v => v.OfferId == o.Id && v.State == VisitState.Agreed) < o.Guests)
            .Where(o =>
                archetype != null && o.Archetype == archetype
                || o.Capabilities.Contains(first)
                || o.Capabilities.Contains(second)
                || o.Capabilities.Contains(third)
            )
            .OrderByDescending(o => archetype != null && o.Archetype == archetype ? 1 : 0)
            .ThenByDescending(o => o.Id)
            .Take(rules.Stories.BesideAtMost)
            .Select(o => new OfferRow(
                o.Id,
                o.What,
                archetype != null && o.Archetype == archetype,
                o.Capabilities,
                db.People.Where(p => p.Id == o.OwnerId).Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim()).First()
            ));
    }

    private string SameKind(string archetype) => words["beside.reason.archetype", words[knowledge.Archetype(archetype)!.NameWord]];

    private string Shared(IEnumerable<string> ours, string theirs, string kind) =>
        string.Join(
            ", ",
            ours.Where(id => theirs.Contains($" {id} ", StringComparison.Ordinal))
                .Select(id => kind == "capability" ? names.Of(id) : words[$"dimension.{id}.name"])
        );

    // Where there are fewer than three, a text that stands in no row.
    private static (string First, string Second, string Third) Within(IReadOnlyList<string> ids)
    {
        return (At(0), At(1), At(2));

        string At(int index) => index < ids.Count ? $" {ids[index]} " : "|";
    }

    private sealed record StoryRow(StoryId Id, string Title, bool IsSame, string Dimensions, string? Teller);

    private sealed record OfferRow(OfferId Id, string What, bool IsSame, string Capabilities, string Host);
}
