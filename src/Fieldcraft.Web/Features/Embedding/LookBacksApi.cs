using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>What the caller would do differently; without a module, about the programme as a whole. One of the three texts is enough.</summary>
public sealed record LookBackBody(
    string? Keep,
    string? Change,
    string? TryNext,
    bool Named = false,
    Guid? Module = null,
    LookBackFrom From = LookBackFrom.Leader
)
{
    public LookBackSaid ToSaid() => new(Keep, Change, TryNext, Named);
}

/// <summary>A lesson; the source is null where they would rather not be named.</summary>
public sealed record LessonJson(
    string Programme,
    string? Module,
    LookBackFrom From,
    string? Source,
    string Keep,
    string Change,
    string TryNext,
    DateTimeOffset At
)
{
    public static LessonJson Of(Lesson l) => new(l.Programme, l.Module, l.From, l.Source, l.Keep, l.Change, l.TryNext, l.At);
}

internal static class LookBacksApi
{
    public static void Map(RouteGroupBuilder programmes)
    {
        programmes
            .MapGet("/{id:guid}/lessons", LessonsAsync)
            .WithName("ListLessons")
            .WithSummary("What leaders and sites would do differently, the newest first; named only where they wished it.")
            .Produces<Listed<LessonJson>>();
        programmes
            .MapPut("/{id:guid}/look-back", WriteAsync)
            .WithName("WriteLookBack")
            .WithSummary("Writes, or writes anew, what you would do differently.")
            .WithoutVersion("It is one person's own, and what they say last holds.")
            .Produces(204);
    }

    private static async Task<IResult> LessonsAsync(
        Guid id,
        LookBackDesk desk,
        ProgrammeReading programmes,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        viewer.MayReadGuides() && await programmes.FindAsync(ProgrammeId.From(id), cancellationToken) is not null
            ? Results.Ok(Listed.Whole((await desk.LessonsAsync(ProgrammeId.From(id), cancellationToken)).Select(LessonJson.Of)))
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteAsync(
        Guid id,
        LookBackBody body,
        LookBackDesk desk,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(body.ToSaid().Problems())
        ?? Problem.Answer(
            await desk.WriteAsync(
                ProgrammeId.From(id),
                body.Module is { } module ? ModuleId.From(module) : null,
                body.From,
                body.ToSaid(),
                words.Today(clock.GetUtcNow()),
                cancellationToken
            )
        );
}
