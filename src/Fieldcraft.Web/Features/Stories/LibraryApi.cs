using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Api;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>What everybody signed in may ask: the library and the map.</summary>
internal static class LibraryApi
{
    public static void Map(RouteGroupBuilder stories)
    {
        stories
            .MapGet("/", ListAsync)
            .WithName("ListStories")
            .WithSummary("Growth stories that colleagues may read, newest first; by search, archetype or challenge dimension.")
            .Produces<Listed<ReadStoryJson>>();
        stories
            .MapGet("/map", MapAsync)
            .WithName("ReadStoryMap")
            .WithSummary("How many stories tell of each kind of work; those only for the map in steps of the minimum.")
            .Produces<StoryMapJson>();
        stories
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadStory")
            .WithSummary("One story that colleagues may read.")
            .Produces<ReadStoryJson>();
    }

    private static async Task<IResult> ListAsync(
        string? search,
        string? archetype,
        string? dimension,
        LibraryReading library,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var question = new LibraryQuestion(Given(search), Given(archetype), Given(dimension));
        var after = paging.After is { } id ? StoryId.From(id) : (StoryId?)null;
        var stories = await library.ListAsync(question, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(stories, paging, s => s.Id.Value, ReadStoryJson.Of));
    }

    private static async Task<IResult> FindAsync(Guid id, LibraryReading library, CancellationToken cancellationToken) =>
        await library.FindAsync(StoryId.From(id), cancellationToken) is { } story
            ? Results.Ok(ReadStoryJson.Of(story))
            : Problem.NotFound.Result();

    private static async Task<IResult> MapAsync(LibraryReading library, Rules rules, CancellationToken cancellationToken)
    {
        var map = await library.MapAsync(cancellationToken);
        return Results.Ok(new StoryMapJson([.. map.Archetypes.Select(Of)], [.. map.Dimensions.Select(Of)]));

        MappedKindJson Of(MappedKind kind) =>
            new(
                kind.Id,
                kind.Read,
                kind.OnlyForMapAtLeast is { } shown
                    ? new AtLeastJson(shown, null)
                    : new AtLeastJson(null, new WithheldJson("minimum", rules.Stories.OnlyForMapFrom))
            );
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A story as colleagues read it; no teller where they are not named.</summary>
public sealed record ReadStoryJson(
    Guid Id,
    string Title,
    string? Teller,
    string? Archetype,
    IReadOnlyList<string> Dimensions,
    string WhatHappened,
    string WhoTookTheRisk,
    string WereYouReady,
    string WhatHelped,
    string ForSomebodyNow
)
{
    public static ReadStoryJson Of(ReadStory s) =>
        new(
            s.Id.Value,
            s.Title,
            s.Teller,
            s.Kinds.Archetype,
            s.Kinds.Dimensions,
            s.Parts[0],
            s.Parts[1],
            s.Parts[2],
            s.Parts[3],
            s.Parts[4]
        );
}

/// <summary>The map from stories to kinds of work.</summary>
public sealed record StoryMapJson(IReadOnlyList<MappedKindJson> Archetypes, IReadOnlyList<MappedKindJson> Dimensions);

/// <summary>One kind of work: stories to read, and how many more at the least are only for the map.</summary>
public sealed record MappedKindJson(string Id, int Stories, AtLeastJson OnlyForMapAtLeast);

/// <summary>A count in steps of the minimum, or why it is not shown.</summary>
public sealed record AtLeastJson(int? Value, WithheldJson? Withheld);

/// <summary>Why a figure is withheld.</summary>
public sealed record WithheldJson(string Rule, int Minimum);
