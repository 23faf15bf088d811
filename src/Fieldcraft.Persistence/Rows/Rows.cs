using System.Text.Json;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Persistence.Rows;

/// <summary>A document's key, wrapped for one reader. Removing the row takes that reader's access; erasing the reader's key takes all of it.</summary>
public sealed class KeyWrap
{
    public required Guid DocumentId { get; init; }
    public required Guid ReaderId { get; init; }
    public required Guid OwnerId { get; init; }
    public required byte[] Wrapped { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>A domain event as it is kept: its name and its facts, no private text.</summary>
public sealed class EventRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid OwnerId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Facts { get; init; }

    public static EventRow Of(DomainEvent happened) =>
        new()
        {
            Id = Guid.CreateVersion7(happened.At),
            Name = happened.GetType().Name,
            OwnerId = happened.Owner,
            At = happened.At,
            Facts = JsonSerializer.Serialize(happened, happened.GetType()),
        };
}

/// <summary>Work that is to be done once in effect, by any node, now or later: the outbox and the schedule in one table.</summary>
public sealed class JobRow
{
    public const int KindLength = 60;
    public const int KeyLength = 120;
    public const int ErrorLength = 500;

    public required Guid Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>Unique with the kind: the same work is never queued twice.</summary>
    public required string Key { get; init; }

    /// <summary>JSON; emptied when the work is done, because it may hold a single-use link.</summary>
    public string? Payload { get; set; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public string? Error { get; set; }
}

public enum InstallationMode
{
    JustMe,
    Organisation,
}

/// <summary>The one row about this installation.</summary>
public sealed class Installation
{
    public static readonly Guid TheOne = new("0190f1e1-dc4a-7000-8000-000000000001");
    public const int NameLength = 120;

    public Guid Id { get; init; } = TheOne;
    public required InstallationMode Mode { get; init; }
    public required string Name { get; set; }
    public required string Language { get; set; }
    public required string TimeZone { get; set; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Made by the demo generator: only then may demo mode run on it.</summary>
    public bool IsDemo { get; init; }

    /// <summary>How far demo mode has moved the clock.</summary>
    public TimeSpan ClockOffset { get; set; }
}
