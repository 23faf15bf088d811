using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

public enum CaseState
{
    /// <summary>Drawn behind the six; asked only when one of them would rather not. Nobody sees the name.</summary>
    Waiting,

    /// <summary>The leader was asked. Nobody else sees the name.</summary>
    Asked,

    /// <summary>The leader agreed to be talked to: those who lead the programme see the name.</summary>
    Agreed,
    Declined,

    /// <summary>The leader agreed and took it back: the story is gone.</summary>
    Withdrawn,
}

/// <summary>
/// A team that was drawn, from the asking to its one-page story. The leader decides twice: whether to be talked to, and whether the story as it is
/// written may be shown. Taking it back takes the story away at once.
/// </summary>
public sealed class SuccessCase : Aggregate<SuccessCaseId>
{
    public const int TitleLength = 120;
    public const int StoryLength = 3_000;

    private SuccessCase(SuccessCaseId id)
        : base(id) { }

    public CaseDrawId DrawId { get; private set; }
    public ModuleId ModuleId { get; private set; }
    public PersonId LeaderId { get; private set; }
    public CaseSide Side { get; private set; }

    /// <summary>In the lot of its side, from 1.</summary>
    public int Place { get; private set; }
    public CaseState State { get; private set; }
    public DateTimeOffset? AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Title { get; private set; }
    public string? Story { get; private set; }
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>The leader has read the story as it stands and lets it be shown.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    public bool IsShown => State == CaseState.Agreed && ApprovedAt is not null;

    internal static SuccessCase Draw(
        SuccessCaseId id,
        CaseDraw draw,
        PersonId leader,
        CaseSide side,
        int place,
        bool isAsked,
        DateTimeOffset now
    )
    {
        var drawn = new SuccessCase(id)
        {
            DrawId = draw.Id,
            ModuleId = draw.ModuleId,
            LeaderId = leader,
            Side = side,
            Place = place,
            State = isAsked ? CaseState.Asked : CaseState.Waiting,
            AskedAt = isAsked ? now : null,
        };
        drawn.Happened(new SuccessCaseDrawn(leader.Value, id.Value, now));
        return drawn;
    }

    /// <summary>The next of the lot is asked. Refused: <c>case-not-waiting</c>.</summary>
    public Outcome Ask(DateTimeOffset now)
    {
        if (State != CaseState.Waiting)
        {
            return new Refusal("case-not-waiting");
        }

        (State, AskedAt) = (CaseState.Asked, now);
        Happened(new SuccessCaseAsked(LeaderId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The leader agrees to be talked to. Refused: <c>case-not-asked</c>.</summary>
    public Outcome Agree(DateTimeOffset now) => Answer(CaseState.Agreed, now);

    /// <summary>The leader would rather not; no reason is kept. Refused: <c>case-not-asked</c>.</summary>
    public Outcome Decline(DateTimeOffset now) => Answer(CaseState.Declined, now);

    /// <summary>What came out of the talk; whoever wrote it anew needs a new approval. Refused: <c>case-not-agreed</c>.</summary>
    /// <exception cref="ArgumentException">A text is missing or too long: forms and API refuse that before.</exception>
    public Outcome Write(string title, string story, PersonId by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(story);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(title.Trim().Length, TitleLength, nameof(title));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(story.Trim().Length, StoryLength, nameof(story));
        if (State != CaseState.Agreed)
        {
            return new Refusal("case-not-agreed");
        }

        (Title, Story, WrittenAt, ApprovedAt) = (title.Trim(), story.Trim(), now, null);
        Happened(new SuccessCaseWritten(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The leader lets the story be shown as it stands. Refused: <c>case-no-story</c>.</summary>
    public Outcome Approve(DateTimeOffset now)
    {
        if (State != CaseState.Agreed || Story is null)
        {
            return new Refusal("case-no-story");
        }

        ApprovedAt = now;
        Happened(new SuccessCaseApproved(LeaderId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The leader takes it back: name and story are gone at once. Refused: <c>case-not-agreed</c>.</summary>
    public Outcome Withdraw(DateTimeOffset now)
    {
        if (State != CaseState.Agreed)
        {
            return new Refusal("case-not-agreed");
        }

        (State, Title, Story) = (CaseState.Withdrawn, null, null);
        (WrittenAt, ApprovedAt, AnsweredAt) = (null, null, now);
        Happened(new SuccessCaseWithdrawn(LeaderId.Value, Id.Value, now));
        return Outcome.Done;
    }

    private Outcome Answer(CaseState answer, DateTimeOffset now)
    {
        if (State != CaseState.Asked)
        {
            return new Refusal("case-not-asked");
        }

        (State, AnsweredAt) = (answer, now);
        Happened(new SuccessCaseAnswered(LeaderId.Value, Id.Value, now));
        return Outcome.Done;
    }
}
