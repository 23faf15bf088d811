using Fieldcraft.Domain.Journal;

namespace Fieldcraft.Web.Features.Journal;

/// <summary>Every address of the journal.</summary>
public static class JournalLinks
{
    public const string List = "/journal";
    public const string Write = "/journal/new";

    /// <summary>The whole journal as one file.</summary>
    public const string Export = "/journal/export";

    public static string Entry(JournalEntryId id) => $"/journal/{id.Value}";

    public static string TearOut(JournalEntryId id) => $"/journal/{id.Value}/tear-out";

    public static string After(JournalEntryId id) => $"/journal?after={id.Value}";
}
