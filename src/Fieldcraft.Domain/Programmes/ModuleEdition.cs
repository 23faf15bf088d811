using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

/// <summary>
/// One edition of what a module says. A draft is worked on and piloted; a published one never changes again, so that what a session was held with
/// stays known. A module has at most one draft.
/// </summary>
public sealed class ModuleEdition : Aggregate<ModuleEditionId>
{
    public const int NoteLength = 1_000;

    private ModuleEdition(ModuleEditionId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary><see cref="ModuleContent"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>What changed, for those who prepare with it.</summary>
    public string? Note { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public bool IsDraft => PublishedAt is null;

    public static ModuleEdition Start(
        ModuleEditionId id,
        ModuleId module,
        int number,
        ModuleContent content,
        PersonId by,
        DateTimeOffset now
    )
    {
        var edition = new ModuleEdition(id)
        {
            ModuleId = module,
            Number = number,
            StartedAt = now,
        };
        edition.Take(content, now);
        edition.Happened(new ModuleDrafted(by.Value, module.Value, id.Value, now));
        return edition;
    }

    /// <summary>Refused: <c>module-published</c>.</summary>
    /// <exception cref="ArgumentException">The content has problems: forms and API refuse that before.</exception>
    public Outcome Rewrite(ModuleContent content, PersonId by, DateTimeOffset now)
    {
        if (!IsDraft)
        {
            return new Refusal("module-published");
        }

        Take(content, now);
        Happened(new ModuleRewritten(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// From now on it is fixed. Refused: <c>module-published</c>; <c>module-not-piloted</c> when no team has tried the module yet;
    /// <c>module-pilot-too-long</c> when the newest trial took longer than the hour and the blocks were not shortened since.
    /// </summary>
    /// <param name="pilots">The trials of this module so far.</param>
    /// <exception cref="ArgumentException">Something is missing: forms and API refuse that before.</exception>
    public Outcome Publish(
        IReadOnlyCollection<ModulePilot> pilots,
        Func<ModuleMediaId, bool> captioned,
        string? note,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (!IsDraft)
        {
            return new Refusal("module-published");
        }

        if (pilots.Count == 0)
        {
            return new Refusal("module-not-piloted");
        }

        var content = ModuleContent.FromJson(Content);
        var newest = pilots.OrderBy(p => p.On).ThenBy(p => p.Id).Last();
        if (newest.Minutes > ModuleContent.SessionMinutes && content.Minutes >= newest.PlannedMinutes)
        {
            return new Refusal("module-pilot-too-long", newest.Minutes, ModuleContent.SessionMinutes);
        }

        if (content.MissingToPublish(captioned) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(captioned));
        }

        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Note?.Length ?? 0, NoteLength, nameof(note));
        (PublishedAt, ChangedAt) = (now, now);
        Happened(new ModulePublished(by.Value, ModuleId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the draft is going; its row is then removed. Refused: <c>module-published</c>.</summary>
    public Outcome Discard(PersonId by, DateTimeOffset now)
    {
        if (!IsDraft)
        {
            return new Refusal("module-published");
        }

        Happened(new ModuleDraftDiscarded(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    private void Take(ModuleContent content, DateTimeOffset now)
    {
        if (content.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(content));
        }

        (Content, ChangedAt) = (content.ToJson(), now);
    }
}
