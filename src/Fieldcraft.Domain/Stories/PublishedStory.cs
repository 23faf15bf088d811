using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Stories;

/// <summary>
/// The readable copy of a story, made by the teller's consent and gone with it. One that is only for the map holds its kinds and nothing else; one
/// without attribution names nobody. Nothing in it is sealed: colleagues read it.
/// </summary>
public sealed class PublishedStory
{
    public const int DimensionsLength = 240;
    public const int ArchetypeLength = 40;

    private PublishedStory() { }

    public StoryId Id { get; private set; }

    /// <summary>Only where the teller stands by it with their name.</summary>
    public PersonId? TellerId { get; private set; }

    /// <summary>Whether colleagues read it; false: only for the map.</summary>
    public bool IsRead { get; private set; }
    public string? Archetype { get; private set; }

    /// <summary>Ids of challenge dimensions with a space before and after each, so that one is found by " id ".</summary>
    public string Dimensions { get; private set; } = "";
    public string? Title { get; private set; }

    /// <summary>The five answers, apart by a line that no answer contains; see <see cref="Parts"/>.</summary>
    public string? Text { get; private set; }

    /// <summary>Title and text as they are searched: without case and accents.</summary>
    public string? Needles { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>The five answers in the order of the questions; an answer may be empty.</summary>
    public IReadOnlyList<string> Parts => Text?.Split(Between) ?? [];

    private const char Between = '\u001f';

    public StoryKinds Kinds => new() { Archetype = Archetype, Dimensions = Dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

    /// <summary>A copy as the story's consent allows.</summary>
    /// <exception cref="ArgumentException">The teller allows no use of it.</exception>
    public static PublishedStory Of(GrowthStory story, StoryTexts texts, StoryKinds kinds, DateTimeOffset now)
    {
        var copy = new PublishedStory { Id = story.Id, PublishedAt = now };
        copy.Show(story, texts, kinds);
        return copy;
    }

    /// <summary>Shows what the consent allows now; what it no longer allows goes.</summary>
    /// <exception cref="ArgumentException">The teller allows no use of it.</exception>
    public void Show(GrowthStory story, StoryTexts texts, StoryKinds kinds)
    {
        if (story.Consent is StoryConsent.None or StoryConsent.Withdrawn)
        {
            throw new ArgumentException("The teller allows no use of this story.", nameof(story));
        }

        IsRead = story.Consent is not StoryConsent.OnlyForMap;
        TellerId = story.Consent is StoryConsent.Attributed ? story.OwnerId : null;
        Archetype = kinds.Archetype;
        Dimensions = kinds.Dimensions.Count == 0 ? "" : $" {string.Join(' ', kinds.Dimensions)} ";
        Title = IsRead ? texts.Title!.Trim() : null;
        Text = IsRead ? string.Join(Between, texts.Parts().Select(p => p?.Trim().Replace(Between, ' ') ?? "")) : null;
        Needles = IsRead ? Folded(texts) : null;
    }

    private static string Folded(StoryTexts texts) =>
        string.Join(
            ' ',
            // Word by word: a fold is as long as a name and no longer.
            texts
                .Parts()
                .Prepend(texts.Title)
                .SelectMany(t => (t ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(FoldedName.Of)
        );
}
