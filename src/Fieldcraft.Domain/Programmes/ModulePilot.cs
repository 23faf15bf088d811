using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

/// <summary>One team tried a draft before everybody gets it: how long it really took, and what is to be changed (DOMAIN 7.4).</summary>
public sealed class ModulePilot : Aggregate<ModulePilotId>
{
    public const int TeamLength = 120;
    public const int LessonLength = 1_000;
    public const int MinutesAtMost = 240;

    private ModulePilot(ModulePilotId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }

    /// <summary>What it was tried with.</summary>
    public ModuleEditionId EditionId { get; private set; }

    /// <summary>Which team, in words.</summary>
    public string Team { get; private set; } = "";
    public DateOnly On { get; private set; }

    /// <summary>How long it took, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>How long the blocks said it would take at that time.</summary>
    public int PlannedMinutes { get; private set; }

    /// <summary>What the team and its leader would change. About the module, not about them.</summary>
    public string Lesson { get; private set; } = "";
    public PersonId? NotedById { get; private set; }
    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>Refused: <c>module-published</c> — what leaders prepare with is past trying.</summary>
    public static Outcome<ModulePilot> Note(
        ModulePilotId id,
        ModuleEdition draft,
        string team,
        DateOnly on,
        int minutes,
        string? lesson,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (!draft.IsDraft)
        {
            return new Refusal("module-published");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(team);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(team.Trim().Length, TeamLength, nameof(team));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lesson?.Trim().Length ?? 0, LessonLength, nameof(lesson));
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesAtMost);
        var pilot = new ModulePilot(id)
        {
            ModuleId = draft.ModuleId,
            EditionId = draft.Id,
            Team = team.Trim(),
            On = on,
            Minutes = minutes,
            PlannedMinutes = ModuleContent.FromJson(draft.Content).Minutes,
            Lesson = lesson?.Trim() ?? "",
            NotedById = by,
            NotedAt = now,
        };
        pilot.Happened(new ModulePiloted(by.Value, draft.ModuleId.Value, draft.Id.Value, now));
        return pilot;
    }
}
