using Fieldcraft.Domain.Journal;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Journal.ListEntries;

internal static class ListEntriesApi
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/", ListAsync).WithName("ListJournalEntries").WithSummary("Your own journal entries, newest first.");
        journal.MapGet("/{id:guid}", FindAsync).WithName("ReadJournalEntry").WithSummary("One journal entry of your own.");
    }

    private static async Task<IResult> ListAsync(JournalReading reading, Viewer viewer, Guid? after, int? limit, string? search, CancellationToken cancellationToken)
    {
        var most = Math.Clamp(limit ?? JournalReading.PageSize, 1, 200);
        var entries = string.IsNullOrWhiteSpace(search)
            ? await reading.ListAsync(viewer, after is { } id ? JournalEntryId.From(id) : null, most, cancellationToken)
            : await reading.SearchAsync(viewer, search.Trim(), most, cancellationToken);
        return Results.Ok(new { items = entries.Select(JournalEntryJson.Of) });
    }

    private static async Task<IResult> FindAsync(JournalReading reading, Viewer viewer, HttpResponse response, Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, JournalEntryId.From(id), cancellationToken) is not { } entry)
        {
            return Problem.NotFound.Result();
        }

        response.SetVersion(entry.Version);
        return Results.Ok(JournalEntryJson.Of(entry));
    }
}

/// <summary>A journal entry as the API shows it.</summary>
public sealed record JournalEntryJson(Guid Id, string Text, JournalPrompt Prompt, DateTimeOffset WrittenAt, DateTimeOffset ChangedAt, int Version)
{
    public static JournalEntryJson Of(OpenEntry entry) => new(entry.Id.Value, entry.Text, entry.Prompt, entry.WrittenAt, entry.ChangedAt, entry.Version);
}

/// <summary>What the API takes to write or rewrite an entry.</summary>
public sealed record JournalEntryInput(string? Text, JournalPrompt Prompt = JournalPrompt.None)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Text) ? InputProblem.Missing("text")
        : Text.Trim().Length > JournalEntry.TextLength ? InputProblem.TooLong("text", JournalEntry.TextLength)
        : null;
}
