using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>A story as colleagues read it.</summary>
/// <param name="Teller">Null where the teller is not named.</param>
/// <param name="Parts">The five answers in the order of the questions; one may be empty.</param>
public sealed record ReadStory(StoryId Id, string Title, string? Teller, string? JobTitle, StoryKinds Kinds, IReadOnlyList<string> Parts)
{
    private const int BeginningLength = 180;

    /// <summary>The first lines, for a list.</summary>
    public string Beginning =>
        Parts is not [var first, ..] ? ""
        : first.Length <= BeginningLength ? first
        : first.LastIndexOf(' ', BeginningLength) is var at and > 0 ? first[..at].TrimEnd(',', '.', ':') + "…"
        : first[..BeginningLength] + "…";
}

/// <summary>What is looked for in the library.</summary>
public sealed record LibraryQuestion(string? Search, string? Archetype, string? Dimension)
{
    public bool IsAsked => Search is not null || Archetype is not null || Dimension is not null;
}

/// <summary>The library and the map: what consents allow at this moment, read anew each time.</summary>
public sealed class LibraryReading(FieldcraftDb db, Knowledge knowledge, Rules rules) : IFinder
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<ReadStory>> ListAsync(
        LibraryQuestion question,
        StoryId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var stories = db.PublishedStories.AsNoTracking().Read();
        if (FoldedName.Of(question.Search ?? "") is { Length: > 0 } needle)
        {
            stories = stories.Holding(needle, db);
        }

        if (question.Archetype is { } archetype)
        {
            stories = stories.Where(s => s.Archetype == archetype);
        }

        if (question.Dimension is { } dimension)
        {
            var within = $" {dimension} ";
            stories = stories.Where(s => s.Dimensions.Contains(within));
        }

        if (after is { } id)
        {
            stories = stories.Where(s =>
                db.PublishedStories.Any(l =>
                    l.Id == id && (s.PublishedAt < l.PublishedAt || (s.PublishedAt == l.PublishedAt && s.Id.CompareTo(l.Id) < 0))
                )
            );
        }

        return await ReadAsync(stories.OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(limit), cancellationToken);
    }

    public async Task<ReadStory?> FindAsync(StoryId id, CancellationToken cancellationToken) =>
        await ReadAsync(db.PublishedStories.AsNoTracking().Read().Where(s => s.Id == id), cancellationToken) is [var found, ..]
            ? found
            : null;

    public async Task<StoryMap> MapAsync(CancellationToken cancellationToken)
    {
        var stories = await db
            .PublishedStories.AsNoTracking()
            .Select(s => new
            {
                s.IsRead,
                s.Archetype,
                s.Dimensions,
            })
            .ToListAsync(cancellationToken);
        return StoryMap.Of(
            [
                .. stories.Select(s => new MappedStory(
                    s.IsRead,
                    new StoryKinds { Archetype = s.Archetype, Dimensions = s.Dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries) }
                )),
            ],
            knowledge.Archetypes.Select(a => a.Id),
            ChallengeDimension.All.Select(d => d.Id),
            rules.Stories.OnlyForMapFrom
        );
    }

    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken) =>
        await db
            .PublishedStories.AsNoTracking()
            .Read()
            .Holding(needle, db)
            .OrderBy(s => s.Title)
            .ThenBy(s => s.Id)
            .Take(atMost)
            .Select(s => new Found("stories.found", s.Title!, StoriesLinks.Story(s.Id), null))
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ReadStory>> ReadAsync(IQueryable<PublishedStory> stories, CancellationToken cancellationToken)
    {
        var rows = await stories
            .Select(s => new
            {
                Story = s,
                Teller = db
                    .People.Where(p => p.Id == s.TellerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                Job = db.People.Where(p => p.Id == s.TellerId).Select(p => p.JobTitle).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ReadStory(r.Story.Id, r.Story.Title!, r.Teller, r.Job, r.Story.Kinds, r.Story.Parts))];
    }
}
