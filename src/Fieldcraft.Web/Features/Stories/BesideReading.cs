using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>A story that stands beside an assignment, with the plain reason why.</summary>
public sealed record BesideStory(StoryId Id, string Title, string? Teller, string Reason);

/// <summary>Stories of others who led something like an assignment; at most a few, and only where something is the same.</summary>
public sealed class BesideReading(FieldcraftDb db, Knowledge knowledge, Rules rules, Words words)
{
    /// <summary>A dimension counts for the likeness when the assignment asks for it strongly (DOMAIN 1.6).</summary>
    private const int Strongly = 3;
    private const int DimensionsLookedAt = 3;

    /// <summary>The dimensions that an assignment asks for most, up to three.</summary>
    public static IReadOnlyList<string> Hottest(IReadOnlyDictionary<string, int?> demand) =>
        [
            .. ChallengeDimension
                .All.Select(d => (d.Id, Demand: demand.GetValueOrDefault(d.Id) ?? 0))
                .Where(d => d.Demand >= Strongly)
                .OrderByDescending(d => d.Demand)
                .Take(DimensionsLookedAt)
                .Select(d => d.Id),
        ];

    /// <summary>One query. The same kind of work comes first, then what shares most of what it asked for, then the newest.</summary>
    public async Task<IReadOnlyList<BesideStory>> OfAsync(
        string? archetype,
        IReadOnlyList<string> dimensions,
        CancellationToken cancellationToken
    )
    {
        var (first, second, third) = (Within(dimensions, 0), Within(dimensions, 1), Within(dimensions, 2));
        var rows = await db
            .PublishedStories.AsNoTracking()
            .Read()
            .Where(s =>
                s.Archetype == archetype && archetype != null
                || s.Dimensions.Contains(first)
                || s.Dimensions.Contains(second)
                || s.Dimensions.Contains(third)
            )
            .OrderByDescending(s => s.Archetype == archetype ? 1 : 0)
            .ThenByDescending(s =>
                (s.Dimensions.Contains(first) ? 1 : 0) + (s.Dimensions.Contains(second) ? 1 : 0) + (s.Dimensions.Contains(third) ? 1 : 0)
            )
            .ThenByDescending(s => s.PublishedAt)
            .ThenByDescending(s => s.Id)
            .Take(rules.Stories.BesideAtMost)
            .Select(s => new
            {
                s.Id,
                s.Title,
                s.Archetype,
                s.Dimensions,
                Teller = db
                    .People.Where(p => p.Id == s.TellerId)
                    .Select(p => new PersonName(p.FirstName, p.LastName, p.PreferredName))
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new BesideStory(
                r.Id,
                r.Title!,
                r.Teller?.Full,
                Reason(archetype, dimensions, r.Archetype, r.Dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            )),
        ];
    }

    private string Reason(string? archetype, IReadOnlyList<string> dimensions, string? theirs, IReadOnlyList<string> theirDimensions)
    {
        if (theirs is not null && theirs == archetype && knowledge.Archetype(theirs) is { } known)
        {
            return words["beside.reason.archetype", words[known.NameWord]];
        }

        var shared = dimensions.Where(theirDimensions.Contains).Select(d => words[$"dimension.{d}.name"]);
        return words["beside.reason.dimensions", string.Join(", ", shared)];
    }

    // Where there are fewer dimensions, a text that stands in no row.
    private static string Within(IReadOnlyList<string> dimensions, int index) => index < dimensions.Count ? $" {dimensions[index]} " : "|";
}
