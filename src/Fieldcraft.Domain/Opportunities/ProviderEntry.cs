using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>What somebody who looks at themselves as a provider keeps a list of (S1).</summary>
public enum ProviderEntryKind
{
    Service,
    Strength,
    Customer,
    Alliance,
    Outside,
}

/// <summary>
/// One line in a provider's own book: a service, an unused strength, an internal customer, an alliance, a note from outside. Its owner's alone, as one
/// sealed text, numbers and days included; a note from outside can be put before the owner's unit, as a copy, and taken back.
/// </summary>
public sealed class ProviderEntry : Aggregate<ProviderEntryId>
{
    private ProviderEntry(ProviderEntryId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ProviderEntryKind Kind { get; private set; }

    /// <summary>The <see cref="Sheet"/> of the kind's form, as JSON.</summary>
    public SealedText Written { get; private set; } = null!;
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The unit that can read the copy; null while nobody can.</summary>
    public UnitId? SharedWith { get; private set; }

    /// <summary>The note as the unit reads it.</summary>
    public string? SharedNote { get; private set; }
    public string? SharedSource { get; private set; }
    public DateTimeOffset? SharedAt { get; private set; }

    public static SheetForm FormOf(ProviderEntryKind kind) =>
        kind switch
        {
            ProviderEntryKind.Service => SheetForms.Service,
            ProviderEntryKind.Strength => SheetForms.Strength,
            ProviderEntryKind.Customer => SheetForms.Customer,
            ProviderEntryKind.Alliance => SheetForms.Alliance,
            _ => SheetForms.Outside,
        };

    /// <summary>Whether a customer has a contact plan: something to do next, and a day.</summary>
    public static bool HasNextContact(Sheet customer) => customer.Has("next") && customer.Day("nextOn") is not null;

    public static ProviderEntry Write(
        ProviderEntryId id,
        PersonId owner,
        ProviderEntryKind kind,
        Sheet sheet,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var entry = new ProviderEntry(id)
        {
            OwnerId = owner,
            Kind = kind,
            WrittenAt = now,
        };
        entry.Keep(sheet, sealer, now);
        return entry;
    }

    public void Rewrite(Sheet sheet, ISealer sealer, DateTimeOffset now) => Keep(sheet, sealer, now);

    /// <summary>Puts a copy before the owner's unit. Refused: <c>entry-stays-private</c> for anything but a note from outside.</summary>
    public Outcome ShareWithUnit(UnitId unit, Sheet sheet, DateTimeOffset now)
    {
        if (Kind != ProviderEntryKind.Outside)
        {
            return new Refusal("entry-stays-private");
        }

        (SharedWith, SharedNote, SharedAt) = (unit, sheet["note"], SharedAt ?? now);
        SharedSource = sheet.Has("source") ? sheet["source"] : null;
        Happened(new OutsideNoteShared(OwnerId.Value, Id.Value, unit.Value, now));
        return Outcome.Done;
    }

    /// <summary>The unit no longer sees it.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (SharedWith is null)
        {
            return;
        }

        (SharedWith, SharedNote, SharedSource, SharedAt) = (null, null, null, null);
        Happened(new OutsideNoteTakenBack(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new ProviderEntryRemoved(OwnerId.Value, Id.Value, Kind, now));

    private void Keep(Sheet sheet, ISealer sealer, DateTimeOffset now)
    {
        InputProblems.Refuse(FormOf(Kind).Problems(sheet), nameof(sheet));
        Written = sealer.Seal(nameof(Written), SheetJson.Write(sheet));
        ChangedAt = now;
        Happened(new ProviderEntryWritten(OwnerId.Value, Id.Value, Kind, now));
    }
}
