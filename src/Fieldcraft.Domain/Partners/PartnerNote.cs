using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>What a note is for, and with that who may come to read it.</summary>
public enum PartnerNoteUse
{
    /// <summary>Of one meeting: its writer's, and the partners' while all of them say so.</summary>
    Meeting,

    /// <summary>Somebody else who might fit: for the person who asked.</summary>
    Suggestion,

    /// <summary>What I take from it, at the end: its writer's.</summary>
    Take,

    /// <summary>Thanks, as a copy to the partners.</summary>
    Thanks,
}

/// <summary>A note beside a partnership. It belongs to its writer and stays when the partnership's other people are gone.</summary>
public sealed class PartnerNote : Aggregate<PartnerNoteId>
{
    public const int TextLength = 8_000;

    private PartnerNote(PartnerNoteId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public PartnershipId? PartnershipId { get; private set; }
    public PartnerMeetingId? MeetingId { get; private set; }
    public PartnerNoteUse Use { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static PartnerNote Write(
        PartnerNoteId id,
        PersonId owner,
        PartnershipId partnership,
        PartnerMeetingId? meeting,
        PartnerNoteUse use,
        string text,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var note = new PartnerNote(id)
        {
            OwnerId = owner,
            PartnershipId = partnership,
            MeetingId = meeting,
            Use = use,
            WrittenAt = now,
        };
        note.Take(text, sealer, now);
        return note;
    }

    public void Rewrite(string text, ISealer sealer, DateTimeOffset now) => Take(text, sealer, now);

    /// <summary>Tells that the note goes; its row and its key are then removed.</summary>
    public void TearOut(DateTimeOffset now) => Happened(new PartnerNoteTornOut(OwnerId.Value, Id.Value, now));

    private void Take(string text, ISealer sealer, DateTimeOffset now)
    {
        Text = sealer.SealRequired(nameof(Text), text, TextLength);
        ChangedAt = now;
        Happened(new PartnerNoteWritten(OwnerId.Value, Id.Value, Use, now));
    }
}
