using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Journal;

namespace Fieldcraft.Web.Features.Journal;

/// <summary>What the form of an entry sends.</summary>
public sealed record EntryInput
{
    [Required, MaxLength(JournalEntry.TextLength)]
    public string Text { get; init; } = "";

    public JournalPrompt Prompt { get; init; }

    /// <summary>The version that was changed; 0 for a new entry.</summary>
    public int Version { get; init; }
}
