using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

/// <summary>
/// Something that leaders hold with their teams already, for example the weekly safety talk. A module that looks like it asks less of those who
/// teach it (DOMAIN 7.2).
/// </summary>
public sealed class Routine : Aggregate<RoutineId>
{
    public const int NameLength = 120;
    public const int HeaderLength = 300;
    public const int SequenceLength = 2_000;
    public const int MinutesAtMost = 240;

    private Routine(RoutineId id)
        : base(id) { }

    public string Name { get; private set; } = "";

    /// <summary>How long it takes, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>What stands at the top of its sheet.</summary>
    public string Header { get; private set; } = "";

    /// <summary>Its steps, one a line.</summary>
    public string Sequence { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    public static Routine Note(RoutineId id, string name, int minutes, string? header, string? sequence, PersonId by, DateTimeOffset now)
    {
        var routine = new Routine(id);
        routine.Take(name, minutes, header, sequence, by, now);
        return routine;
    }

    public void Describe(string name, int minutes, string? header, string? sequence, PersonId by, DateTimeOffset now) =>
        Take(name, minutes, header, sequence, by, now);

    private void Take(string name, int minutes, string? header, string? sequence, PersonId by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Trim().Length, NameLength, nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesAtMost);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(header?.Trim().Length ?? 0, HeaderLength, nameof(header));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence?.Trim().Length ?? 0, SequenceLength, nameof(sequence));
        (Name, Minutes) = (name.Trim(), minutes);
        (Header, Sequence, ChangedAt) = (header?.Trim() ?? "", sequence?.Trim() ?? "", now);
        Happened(new RoutineNoted(by.Value, Id.Value, now));
    }
}
