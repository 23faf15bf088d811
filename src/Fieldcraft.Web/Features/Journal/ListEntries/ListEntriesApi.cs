using Fieldcraft.Domain.Journal;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Journal.ListEntries;

internal static class ListEntriesApi
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal
            .MapGet("/", ListAsync)
            .WithName("ListJournalEntries")
            .WithSummary("Your own journal entries, newest first.")
            .Produces<Listed<JournalEntryJson>>();
        journal
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadJournalEntry")
            .WithSummary("One journal entry of your own.")
            .Produces<JournalEntryJson>();
    }

    private static async Task<IResult> ListAsync(
        JournalReading reading,
        Viewer viewer,
        Paging paging,
        string? search,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } id ? JournalEntryId.From(id) : (JournalEntryId?)null;
        var entries = string.IsNullOrWhiteSpace(search)
            ? await reading.ListAsync(viewer, after, paging.Take, cancellationToken)
            : await reading.SearchAsync(viewer, search.Trim(), after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(entries, paging, e => e.Id.Value, JournalEntryJson.Of));
    }

    private static async Task<IResult> FindAsync(
        JournalReading reading,
        Viewer viewer,
        HttpContext http,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, JournalEntryId.From(id), cancellationToken) is { } entry
            ? http.Versioned(entry.Version, JournalEntryJson.Of(entry))
            : Problem.NotFound.Result();
}

/// <summary>A journal entry as the API shows it.</summary>
public sealed record JournalEntryJson(
    Guid Id,
    string Text,
    JournalPrompt Prompt,
    DateTimeOffset WrittenAt,
    DateTimeOffset ChangedAt,
    int Version
)
{
    public static JournalEntryJson Of(OpenEntry entry) =>
        new(entry.Id.Value, entry.Text, entry.Prompt, entry.WrittenAt, entry.ChangedAt, entry.Version);
}

/// <summary>What the API takes to write or rewrite an entry.</summary>
public sealed record JournalEntryInput(string? Text, JournalPrompt Prompt = JournalPrompt.None)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Text) ? InputProblem.Missing("text")
        : Text.Trim().Length > JournalEntry.TextLength ? InputProblem.TooLong("text", JournalEntry.TextLength)
        : null;
}
