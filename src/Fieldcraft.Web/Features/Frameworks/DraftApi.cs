using System.Globalization;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>A capability as it is written. Without <c>levels</c> the default's stand; <c>builtBy</c> is challenge id → 0–3, left out it stays.</summary>
public sealed record CapabilityBody(
    string? Name,
    IReadOnlyList<string>? Levels,
    IReadOnlyList<RaterGroup>? BestSeenBy,
    IReadOnlyList<string>? Examples,
    IReadOnlyList<string>? Statements,
    bool IsHidden = false,
    IReadOnlyDictionary<string, int>? BuiltBy = null
)
{
    internal FrameworkContent WriteInto(FrameworkContent content, Capability capability, FrameworkTexts texts)
    {
        var written = content.With(
            texts.Plain(
                capability with
                {
                    Name = Name ?? capability.Name,
                    LevelTexts = Levels ?? capability.LevelTexts,
                    BestSeenBy = BestSeenBy ?? capability.BestSeenBy,
                    Examples = Examples ?? capability.Examples,
                    Statements = Statements ?? capability.Statements,
                    IsHidden = IsHidden,
                }
            )
        );
        return BuiltBy is { } weights ? written.Weighted(capability.Id, weights) : written;
    }
}

/// <summary>A whole content. A capability that is left out is kept, hidden.</summary>
public sealed record FrameworkBody(
    IReadOnlyList<IdentifiedCapability>? Capabilities,
    IReadOnlyDictionary<string, string?>? ChallengeNames = null
);

/// <summary>A capability of a whole content, with its id.</summary>
public sealed record IdentifiedCapability(string? Id, CapabilityBody? Says);

/// <summary>The ids of the capabilities in their order; what is not named follows.</summary>
public sealed record OrderBody(IReadOnlyList<string>? Capabilities);

/// <summary>Challenge id → the organisation's name; empty for the delivered one.</summary>
public sealed record ChallengeNamesBody(IReadOnlyDictionary<string, string?>? Names);

/// <summary>What changed, for those who read it.</summary>
public sealed record PublishBody(string? Note = null);

/// <summary>How much uses the framework; null where there are fewer than five.</summary>
public sealed record ImpactJson(int? PlansNaming, IReadOnlyList<EditionUseJson> Editions, IReadOnlyList<CapabilityUse> Capabilities);

/// <summary>How much was made under one edition; null where there are fewer than five.</summary>
public sealed record EditionUseJson(Guid Id, int Number, int? Checks, int? Aims);

/// <summary>Writing the draft.</summary>
internal static class DraftApi
{
    public static void Map(RouteGroupBuilder frameworks)
    {
        frameworks
            .MapPost("/", StartAsync)
            .WithName("StartFrameworkDraft")
            .WithSummary("Starts a draft from the edition in use; there is one at a time.")
            .Produces<Changed>(201);
        frameworks
            .MapPut("/{id:guid}", RewriteAsync)
            .WithName("RewriteFramework")
            .WithSummary("Rewrites the whole draft; send the version you changed in If-Match.")
            .Produces<Changed>();
        frameworks
            .MapDelete("/{id:guid}", DiscardAsync)
            .WithName("DiscardFrameworkDraft")
            .WithSummary("Discards the draft; nothing of it is kept.")
            .Produces(204);
        frameworks
            .MapPost("/{id:guid}/publication", PublishAsync)
            .WithName("PublishFramework")
            .WithSummary("Publishes the draft: from then on it is in use, and fixed.")
            .Produces(204);
        frameworks
            .MapPost("/{id:guid}/capabilities", AddAsync)
            .WithName("AddCapability")
            .WithSummary("Adds an own capability; its id is made from its name, and stands in Location.")
            .Produces<Changed>(201);
        frameworks
            .MapPut("/{id:guid}/capabilities/{capability}", WriteCapabilityAsync)
            .WithName("RewriteCapability")
            .WithSummary("Rewrites a capability of the draft; a member left out stays.")
            .Produces<Changed>();
        frameworks
            .MapDelete("/{id:guid}/capabilities/{capability}", RemoveAsync)
            .WithName("RemoveCapability")
            .WithSummary("Removes a capability that the draft itself added; another one can be hidden.")
            .Produces<Changed>();
        frameworks
            .MapPut("/{id:guid}/order", OrderAsync)
            .WithName("OrderCapabilities")
            .WithSummary("Puts the capabilities of the draft in order.")
            .Produces<Changed>();
        frameworks
            .MapPut("/{id:guid}/challenges", NameAsync)
            .WithName("NameChallenges")
            .WithSummary("Says what the organisation calls the sixteen challenges.")
            .Produces<Changed>();
        frameworks
            .MapGet("/impact", ImpactAsync)
            .WithName("ReadFrameworkImpact")
            .WithSummary("What uses the framework, as far as it can be counted; fewer than five of private things are withheld.")
            .Produces<ImpactJson>();
    }

    private static async Task<IResult> StartAsync(FrameworkDesk desk, CancellationToken cancellationToken)
    {
        var started = await desk.StartAsync(null, cancellationToken);
        return started.Value is { } draft
            ? Results.Created($"/api/v1/frameworks/{draft.Id.Value}", new Changed(draft.Id.Value, draft.Version))
            : Problem.Refused(started.Refusal!);
    }

    private static async Task<IResult> RewriteAsync(
        Guid id,
        FrameworkBody body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkReading reading,
        FrameworkTexts texts,
        CancellationToken cancellationToken
    )
    {
        if (body.Capabilities is not { Count: > 0 } capabilities)
        {
            return InputProblem.Missing("capabilities");
        }

        // A null in the list is what the JSON may hold, whatever the types say.
        var broken = capabilities.TakeWhile(c => c is { Id: not null, Says: not null }).Count();
        if (broken < capabilities.Count)
        {
            return InputProblem.Missing(string.Create(CultureInfo.InvariantCulture, $"capabilities[{broken}]"));
        }

        var inUse = await reading.InUseAsync(cancellationToken);
        return await WriteAsync(id, body, http, desk, texts, _ => Whole(body, texts).Keeping(inUse.Content), cancellationToken);
    }

    private static FrameworkContent Whole(FrameworkBody body, FrameworkTexts texts)
    {
        var content = body.Capabilities!.Aggregate(
            new FrameworkContent(),
            (written, c) => c.Says!.WriteInto(written, new Capability { Id = c.Id! }, texts)
        );
        return content.Named(body.ChallengeNames ?? new Dictionary<string, string?>(StringComparer.Ordinal));
    }

    private static Task<IResult> WriteCapabilityAsync(
        Guid id,
        string capability,
        CapabilityBody body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkTexts texts,
        CancellationToken cancellationToken
    ) =>
        OnKnownAsync(id, capability, body, http, desk, texts, (content, known) => body.WriteInto(content, known, texts), cancellationToken);

    private static async Task<IResult> RemoveAsync(
        Guid id,
        string capability,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkReading reading,
        FrameworkTexts texts,
        CancellationToken cancellationToken
    ) =>
        (await reading.InUseAsync(cancellationToken)).Find(capability) is not null
            ? Problem.Refused(new Domain.Shared.Refusal("framework-capability-kept"))
            : await OnKnownAsync(id, capability, null, http, desk, texts, (content, known) => content.Without(known.Id), cancellationToken);

    private static Task<IResult> OrderAsync(
        Guid id,
        OrderBody body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkTexts texts,
        CancellationToken cancellationToken
    ) =>
        body.Capabilities is null
            ? Task.FromResult(InputProblem.Missing("capabilities"))
            : WriteAsync(id, body, http, desk, texts, content => content.InOrder(body.Capabilities), cancellationToken);

    private static Task<IResult> NameAsync(
        Guid id,
        ChallengeNamesBody body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkTexts texts,
        CancellationToken cancellationToken
    ) =>
        body.Names is null ? Task.FromResult(InputProblem.Missing("names"))
        : body.Names.Keys.FirstOrDefault(n => ChallengeDimension.Find(n) is null) is { } stranger
            ? Task.FromResult(InputProblem.Unknown($"names.{stranger}"))
        : WriteAsync(id, body, http, desk, texts, content => content.Named(body.Names), cancellationToken);

    private static async Task<IResult> AddAsync(
        Guid id,
        CapabilityBody body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkTexts texts,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Name))
        {
            return InputProblem.Missing("name");
        }

        var added = "";
        var answer = await WriteAsync(
            id,
            body,
            http,
            desk,
            texts,
            content => body.WriteInto(content, new Capability { Id = added = content.IdFor(body.Name) }, texts),
            cancellationToken
        );
        return answer is IValueHttpResult { Value: Changed changed }
            ? Results.Created($"/api/v1/frameworks/{id}/capabilities/{added}", changed)
            : answer;
    }

    private static async Task<IResult> OnKnownAsync(
        Guid id,
        string capability,
        object? body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkTexts texts,
        Func<FrameworkContent, Capability, FrameworkContent> write,
        CancellationToken cancellationToken
    ) =>
        await desk.DraftAsync(cancellationToken) is { } draft && draft.Content.Capabilities.Any(c => c.Id == capability)
            ? await WriteAsync(
                id,
                body,
                http,
                desk,
                texts,
                content => write(content, content.Capabilities.First(c => c.Id == capability)),
                cancellationToken
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteAsync(
        Guid id,
        object? body,
        HttpContext http,
        FrameworkDesk desk,
        FrameworkTexts texts,
        Func<FrameworkContent, FrameworkContent> write,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var saved = await desk.WriteAsync((edition, _) => edition.Id.Value == id && edition.Version == version, write, cancellationToken);
        if (saved.Draft is not { } draft || draft.Id.Value != id)
        {
            return Problem.NotFound.Result();
        }

        switch (saved.Save)
        {
            case DraftSave.Saved:
                http.Response.SetVersion(draft.Version);
                return Results.Ok(new Changed(id, draft.Version));
            case DraftSave.Unusable:
                return InputProblem.All(saved.Problems)!;
            default:
                return Problem.Meanwhile(body, FrameworkJson.Of(draft, texts));
        }
    }

    private static async Task<IResult> PublishAsync(
        Guid id,
        [FromBody] PublishBody body,
        HttpContext http,
        FrameworkDesk desk,
        CancellationToken cancellationToken
    ) =>
        body.Note?.Trim().Length > FrameworkEdition.NoteLength ? InputProblem.TooLong("note", FrameworkEdition.NoteLength)
        : http.Request.VersionMatched() is not { } version ? Problem.IfMatchNeeded.Result()
        : Problem.Answer(await desk.PublishAsync(FrameworkEditionId.From(id), version, body.Note, cancellationToken));

    private static async Task<IResult> DiscardAsync(Guid id, HttpContext http, FrameworkDesk desk, CancellationToken cancellationToken) =>
        http.Request.VersionMatched() is not { } version
            ? Problem.IfMatchNeeded.Result()
            : Problem.Answer(await desk.DiscardAsync(FrameworkEditionId.From(id), version, cancellationToken));

    private static async Task<IResult> ImpactAsync(FrameworkReading reading, ImpactReading impact, CancellationToken cancellationToken)
    {
        var read = await impact.ReadAsync((await reading.InUseAsync(cancellationToken)).Content, cancellationToken);
        return Results.Ok(
            new ImpactJson(
                read.PlansNaming.Number,
                [.. read.Editions.Select(e => new EditionUseJson(e.Id.Value, e.Number, e.Checks.Number, e.Aims.Number))],
                read.Capabilities
            )
        );
    }
}
