using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>
/// What somebody takes out of the day for the talk with their manager: what they will stop doing, and what they need. Theirs and sealed; the manager
/// reads a copy when its owner shares one, and nothing else of the workshop.
/// </summary>
public sealed class WorkshopNote : Aggregate<WorkshopNoteId>
{
    public const int TextLength = 2_000;

    private WorkshopNote(WorkshopNoteId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public WorkshopId WorkshopId { get; private set; }
    public SealedText? StopDoing { get; private set; }
    public SealedText? FromManager { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static WorkshopNote Write(
        WorkshopNoteId id,
        PersonId owner,
        WorkshopId workshop,
        string? stopDoing,
        string? fromManager,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var note = new WorkshopNote(id) { OwnerId = owner, WorkshopId = workshop };
        note.Take(stopDoing, fromManager, sealer, now);
        return note;
    }

    public void Rewrite(string? stopDoing, string? fromManager, ISealer sealer, DateTimeOffset now) =>
        Take(stopDoing, fromManager, sealer, now);

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new WorkshopNoteTornUp(OwnerId.Value, Id.Value, now));

    private void Take(string? stopDoing, string? fromManager, ISealer sealer, DateTimeOffset now)
    {
        StopDoing = sealer.SealOptional(nameof(StopDoing), stopDoing, TextLength);
        FromManager = sealer.SealOptional(nameof(FromManager), fromManager, TextLength);
        ChangedAt = now;
        Happened(new WorkshopNoteWritten(OwnerId.Value, WorkshopId.Value, Id.Value, now));
    }
}
