using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book;

/// <summary>A provider's book for programs: one root for each kind of entry, all alike.</summary>
internal static class BookApi
{
    private static readonly (ProviderEntryKind Kind, string Root, string One, string Several, string About)[] Roots =
    [
        (ProviderEntryKind.Customer, "customers", "Customer", "Customers", "internal customers"),
        (ProviderEntryKind.Service, "services", "Service", "Services", "services"),
        (ProviderEntryKind.Strength, "strengths", "Strength", "Strengths", "unused strengths"),
        (ProviderEntryKind.Alliance, "alliances", "Alliance", "Alliances", "alliances"),
        (ProviderEntryKind.Outside, "outside-notes", "OutsideNote", "OutsideNotes", "notes from outside"),
    ];

    public static void Map(RouteGroupBuilder api)
    {
        foreach (var root in Roots)
        {
            Map(api.MapGroup(root.Root), root.Kind, root.One, root.Several, root.About);
        }

        var notes = api.MapGroup("outside-notes");
        notes
            .MapGet("/before-my-unit", UnitNotesAsync)
            .WithName("ListUnitOutsideNotes")
            .WithSummary("Notes from outside that somebody put before your unit.")
            .Produces<Listed<UnitNote>>();
        notes
            .MapPost("/{id:guid}/sharing", ShareAsync)
            .WithName("ShareOutsideNote")
            .WithSummary("Puts the note, as it stands now, before your unit.")
            .Produces(204)
            .WithoutVersion("What is shared is a copy of what is kept now.");
        notes
            .MapDelete("/{id:guid}/sharing", TakeBackAsync)
            .WithName("TakeOutsideNoteBack")
            .WithSummary("Your unit no longer sees the note.")
            .Produces(204)
            .WithoutVersion("Taking back is the same in every version.");
    }

    private static void Map(RouteGroupBuilder group, ProviderEntryKind kind, string one, string several, string about)
    {
        group
            .MapGet(
                "/",
                async (ProviderBook book, Viewer viewer, CancellationToken cancellationToken) =>
                    Results.Ok(Listed.Whole((await book.ListAsync(viewer, [kind], cancellationToken)).Select(EntryJson.Of)))
            )
            .WithName($"List{several}")
            .WithSummary($"Your {about}, for you alone.")
            .Produces<Listed<EntryJson>>();
        group
            .MapGet(
                "/{id:guid}",
                async (Guid id, ProviderBook book, Viewer viewer, HttpContext http, CancellationToken cancellationToken) =>
                    await FindAsync(book, viewer, kind, id, cancellationToken) is { } entry
                        ? http.Versioned(entry.Version, EntryJson.Of(entry))
                        : Problem.NotFound.Result()
            )
            .WithName($"Read{one}")
            .WithSummary("One of them.")
            .Produces<EntryJson>();
        group
            .MapPost(
                "/",
                (SheetBody body, ProviderBook book, Viewer viewer, CancellationToken cancellationToken) =>
                    WriteAsync(kind, group, body, book, viewer, cancellationToken)
            )
            .WithName($"Write{one}")
            .WithSummary($"Writes one. Boxes: {BoxesOf(kind)}.")
            .Produces<Changed>(201);
        group
            .MapPut(
                "/{id:guid}",
                (Guid id, SheetBody body, ProviderBook book, Viewer viewer, HttpContext http, CancellationToken cancellationToken) =>
                    RewriteAsync(kind, id, body, book, viewer, http, cancellationToken)
            )
            .WithName($"Rewrite{one}")
            .WithSummary("All its boxes anew; send the version you changed in If-Match.")
            .Produces<Changed>();
        group
            .MapDelete(
                "/{id:guid}",
                (Guid id, ProviderBook book, Viewer viewer, HttpContext http, CancellationToken cancellationToken) =>
                    RemoveAsync(kind, id, book, viewer, http, cancellationToken)
            )
            .WithName($"Remove{one}")
            .WithSummary("Removes it and its key.")
            .Produces(204);
    }

    private static async Task<IResult> WriteAsync(
        ProviderEntryKind kind,
        RouteGroupBuilder group,
        SheetBody body,
        ProviderBook book,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem(ProviderEntry.FormOf(kind)) is { } problem)
        {
            return problem;
        }

        var written = await book.WriteAsync(viewer, kind, body.ToSheet(), cancellationToken);
        var root = Roots.First(r => r.Kind == kind).Root;
        return written.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/{root}/{written.Value!.Id.Value}", new Changed(written.Value.Id.Value, written.Value.Version));
    }

    private static async Task<IResult> RewriteAsync(
        ProviderEntryKind kind,
        Guid id,
        SheetBody body,
        ProviderBook book,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.Problem(ProviderEntry.FormOf(kind))
        ?? (
            await FindAsync(book, viewer, kind, id, cancellationToken) is null
                ? Problem.NotFound.Result()
                : await http.ChangeAsync(
                    id,
                    body,
                    version => book.RewriteAsync(viewer, ProviderEntryId.From(id), version, body.ToSheet(), cancellationToken),
                    () => TheirsAsync(book, viewer, kind, id, cancellationToken)
                )
        );

    private static async Task<IResult> RemoveAsync(
        ProviderEntryKind kind,
        Guid id,
        ProviderBook book,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(book, viewer, kind, id, cancellationToken) is null
            ? Problem.NotFound.Result()
            : await http.RemoveAsync(
                id,
                version => book.RemoveAsync(viewer, ProviderEntryId.From(id), version, cancellationToken),
                () => TheirsAsync(book, viewer, kind, id, cancellationToken)
            );

    private static async Task<IResult> UnitNotesAsync(ProviderBook book, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole(await book.UnitNotesAsync(viewer, cancellationToken)));

    private static async Task<IResult> ShareAsync(Guid id, ProviderBook book, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await book.ShareAsync(viewer, ProviderEntryId.From(id), cancellationToken));

    private static async Task<IResult> TakeBackAsync(Guid id, ProviderBook book, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await book.TakeBackAsync(viewer, ProviderEntryId.From(id), cancellationToken));

    private static async Task<OpenEntry?> FindAsync(
        ProviderBook book,
        Viewer viewer,
        ProviderEntryKind kind,
        Guid id,
        CancellationToken cancellationToken
    ) => await book.FindAsync(viewer, ProviderEntryId.From(id), cancellationToken) is { } entry && entry.Kind == kind ? entry : null;

    private static async Task<object?> TheirsAsync(
        ProviderBook book,
        Viewer viewer,
        ProviderEntryKind kind,
        Guid id,
        CancellationToken cancellationToken
    ) => await FindAsync(book, viewer, kind, id, cancellationToken) is { } theirs ? EntryJson.Of(theirs) : null;

    private static string BoxesOf(ProviderEntryKind kind) => string.Join(", ", ProviderEntry.FormOf(kind).Boxes.Select(b => b.Key));
}

/// <summary>An entry of a provider's book.</summary>
public sealed record EntryJson(
    Guid Id,
    ProviderEntryKind Kind,
    IReadOnlyDictionary<string, string> Boxes,
    DateTimeOffset? SharedAt,
    DateTimeOffset ChangedAt
)
{
    internal static EntryJson Of(OpenEntry e) => new(e.Id.Value, e.Kind, e.Sheet.Said, e.SharedAt, e.ChangedAt);
}
