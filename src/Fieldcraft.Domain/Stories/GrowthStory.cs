using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Stories;

public readonly record struct StoryId(Guid Value) : IEntityId<StoryId>, IComparable<StoryId>
{
    public static StoryId From(Guid value) => new(value);

    public int CompareTo(StoryId other) => Value.CompareTo(other.Value);
}

/// <summary>What the teller allows; each step can be taken in either direction at any time.</summary>
public enum StoryConsent
{
    /// <summary>Nothing yet: teller and interviewer alone can read it.</summary>
    None,

    /// <summary>Counted in the map, with nothing of its text and no name.</summary>
    OnlyForMap,

    /// <summary>Read by colleagues, without the name.</summary>
    Unattributed,

    /// <summary>Read by colleagues, with the name.</summary>
    Attributed,

    /// <summary>Taken back: the text, its key and everything made of it are gone.</summary>
    Withdrawn,
}

/// <summary>
/// What made somebody grow, told by a senior leader (DOMAIN 5.4; PRODUCT 0.16). It belongs to the teller, whoever typed it. Until the teller
/// consents it is sealed for teller and interviewer; a consent makes a <see cref="PublishedStory"/> beside it, a withdrawal removes that and empties
/// this one.
/// </summary>
public sealed class GrowthStory : Aggregate<StoryId>
{
    private GrowthStory(StoryId id)
        : base(id) { }

    /// <summary>The teller.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>Who wrote it down; null when the teller did.</summary>
    public PersonId? InterviewerId { get; private set; }
    public SealedText? Title { get; private set; }
    public SealedText? WhatHappened { get; private set; }
    public SealedText? WhoTookTheRisk { get; private set; }
    public SealedText? WereYouReady { get; private set; }
    public SealedText? WhatHelped { get; private set; }
    public SealedText? ForSomebodyNow { get; private set; }

    /// <summary><see cref="StoryKinds"/> as a line.</summary>
    public SealedText? Kinds { get; private set; }
    public StoryConsent Consent { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When the interviewer asked the teller to read it.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>When the teller last decided what it may be used for.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public bool IsWithdrawn => Consent == StoryConsent.Withdrawn;

    /// <summary>Whether it is the teller's turn to read and decide.</summary>
    public bool WaitsForTeller => Consent == StoryConsent.None && (InterviewerId is null || HandedOverAt is not null);

    /// <summary>Writes a story down, an own one or one that was told to the interviewer.</summary>
    /// <exception cref="ArgumentException">A text is too long: forms and API refuse that before.</exception>
    public static GrowthStory WriteDown(
        StoryId id,
        PersonId teller,
        PersonId? interviewer,
        StoryTexts texts,
        StoryKinds kinds,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var story = new GrowthStory(id)
        {
            OwnerId = teller,
            InterviewerId = interviewer == teller ? null : interviewer,
            WrittenAt = now,
        };
        story.Take(texts, kinds, sealer, now);
        story.Happened(new StoryWrittenDown(teller.Value, id.Value, now));
        return story;
    }

    /// <summary>
    /// Changes the text. After the teller has decided, only the teller can. Refused: <c>story-withdrawn</c>, <c>story-is-its-tellers</c>; for a
    /// story that is read by others also what <see cref="Allow"/> asks for.
    /// </summary>
    public Outcome Rewrite(PersonId by, StoryTexts texts, StoryKinds kinds, ISealer sealer, DateTimeOffset now)
    {
        if (IsWithdrawn)
        {
            return new Refusal("story-withdrawn");
        }

        if (by != OwnerId && Consent != StoryConsent.None)
        {
            return new Refusal("story-is-its-tellers");
        }

        if (Missing(Consent, texts, kinds) is { } missing)
        {
            return missing;
        }

        Take(texts, kinds, sealer, now);
        Happened(new StoryRewritten(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The interviewer asks the teller to read it. Refused: <c>story-withdrawn</c>, <c>story-needs-text</c>, <c>story-decided-already</c>.</summary>
    public Outcome HandOver(StoryTexts texts, DateTimeOffset now)
    {
        if (IsWithdrawn)
        {
            return new Refusal("story-withdrawn");
        }

        if (Consent != StoryConsent.None)
        {
            return new Refusal("story-decided-already");
        }

        if (Missing(StoryConsent.Attributed, texts, new StoryKinds()) is { } missing)
        {
            return missing;
        }

        HandedOverAt = now;
        Happened(new StoryHandedOver(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// The teller allows one use, or another than before. Refused: <c>story-withdrawn</c>; <c>story-needs-text</c> where others would read it;
    /// <c>story-needs-kind</c> where the map would count it.
    /// </summary>
    /// <param name="texts">The story as the teller has it before them.</param>
    /// <exception cref="ArgumentOutOfRangeException">No use that can be allowed.</exception>
    public Outcome Allow(StoryConsent use, StoryTexts texts, StoryKinds kinds, DateTimeOffset now)
    {
        if (use is StoryConsent.None or StoryConsent.Withdrawn)
        {
            throw new ArgumentOutOfRangeException(nameof(use));
        }

        if (IsWithdrawn)
        {
            return new Refusal("story-withdrawn");
        }

        if (Missing(use, texts, kinds) is { } missing)
        {
            return missing;
        }

        Consent = use;
        DecidedAt = now;
        ChangedAt = now;
        Happened(new StoryUseAllowed(OwnerId.Value, Id.Value, use, now));
        return Outcome.Done;
    }

    /// <summary>The teller takes everything back. What stays is that there was a story, for teller and interviewer. Twice is the same as once.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (IsWithdrawn)
        {
            return;
        }

        (Title, Kinds) = (null, null);
        (WhatHappened, WhoTookTheRisk, WereYouReady, WhatHelped, ForSomebodyNow) = (null, null, null, null, null);
        Consent = StoryConsent.Withdrawn;
        DecidedAt = now;
        ChangedAt = now;
        Happened(new StoryWithdrawn(OwnerId.Value, Id.Value, now));
    }

    /// <summary>
    /// Tells that the row is going: a draft that its writer gives up, or the trace of a withdrawn one. Refused: <c>story-in-use</c>, because a use is
    /// ended by withdrawing.
    /// </summary>
    public Outcome PutAway(DateTimeOffset now)
    {
        if (Consent is not (StoryConsent.None or StoryConsent.Withdrawn))
        {
            return new Refusal("story-in-use");
        }

        Happened(new StoryPutAway(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    private static Refusal? Missing(StoryConsent use, StoryTexts texts, StoryKinds kinds) =>
        use is StoryConsent.Attributed or StoryConsent.Unattributed
        && (string.IsNullOrWhiteSpace(texts.Title) || string.IsNullOrWhiteSpace(texts.WhatHappened))
            ? new Refusal("story-needs-text")
        : use is StoryConsent.OnlyForMap && kinds.IsEmpty ? new Refusal("story-needs-kind")
        : null;

    private void Take(StoryTexts texts, StoryKinds kinds, ISealer sealer, DateTimeOffset now)
    {
        Title = sealer.SealOptional(nameof(Title), texts.Title, StoryTexts.TitleLength);
        WhatHappened = sealer.SealOptional(nameof(WhatHappened), texts.WhatHappened, StoryTexts.PartLength);
        WhoTookTheRisk = sealer.SealOptional(nameof(WhoTookTheRisk), texts.WhoTookTheRisk, StoryTexts.PartLength);
        WereYouReady = sealer.SealOptional(nameof(WereYouReady), texts.WereYouReady, StoryTexts.PartLength);
        WhatHelped = sealer.SealOptional(nameof(WhatHelped), texts.WhatHelped, StoryTexts.PartLength);
        ForSomebodyNow = sealer.SealOptional(nameof(ForSomebodyNow), texts.ForSomebodyNow, StoryTexts.PartLength);
        Kinds = kinds.IsEmpty ? null : sealer.SealRequired(nameof(Kinds), kinds.ToLine(), StoryKinds.Length);
        ChangedAt = now;
    }
}

public sealed record StoryWrittenDown(Guid Person, Guid Story, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StoryRewritten(Guid Person, Guid Story, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StoryHandedOver(Guid Person, Guid Story, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StoryUseAllowed(Guid Person, Guid Story, StoryConsent Use, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StoryWithdrawn(Guid Person, Guid Story, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StoryPutAway(Guid Person, Guid Story, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
