using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Communities;

/// <summary>What a meeting is about, and where.</summary>
public sealed record MeetingFacts(string? Title, string? Place, AppointedTime When)
{
    public const int MinutesAtLeast = 10;
    public const int MinutesAtMost = 480;

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem("title", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Title?.Trim().Length > CommunityMeeting.TitleLength ? [new InputProblem("title", "too-long")] : Array.Empty<InputProblem>(),
            .. Place?.Trim().Length > CommunityMeeting.PlaceLength ? [new InputProblem("place", "too-long")] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("minutes", When.Minutes, MinutesAtLeast, MinutesAtMost),
        ];
}

/// <summary>One meeting of a community. It stands in the calendar of everybody who belongs to it.</summary>
public sealed class CommunityMeeting : Aggregate<CommunityMeetingId>
{
    public const int TitleLength = 120;
    public const int PlaceLength = 200;

    private CommunityMeeting(CommunityMeetingId id)
        : base(id) { }

    public CommunityId CommunityId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>A room, or the address of a call.</summary>
    public string Place { get; private set; } = "";
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }

    public AppointedTime When => new(On, Time, TimeZone, Minutes);

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static CommunityMeeting Arrange(
        CommunityMeetingId id,
        CommunityId community,
        MeetingFacts facts,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        var meeting = new CommunityMeeting(id)
        {
            CommunityId = community,
            Title = facts.Title!.Trim(),
            Place = facts.Place?.Trim() ?? "",
            On = facts.When.On,
            Time = facts.When.At ?? new TimeOnly(9, 0),
            TimeZone = facts.When.TimeZone,
            Minutes = facts.When.Minutes,
        };
        meeting.Happened(new CommunityMeetingArranged(by.Value, community.Value, id.Value, meeting.On, now));
        return meeting;
    }

    /// <summary>It does not take place. Refused: <c>community-meeting-called-off</c>.</summary>
    public Outcome CallOff(PersonId by, DateTimeOffset now)
    {
        if (CancelledAt is not null)
        {
            return new Refusal("community-meeting-called-off");
        }

        CancelledAt = now;
        Happened(new CommunityMeetingCalledOff(by.Value, CommunityId.Value, Id.Value, now));
        return Outcome.Done;
    }
}

/// <summary>One thing that a community found out: a few lines with a name and a day. No private text; everybody signed in can read it.</summary>
public sealed class CommunityFinding : Aggregate<FindingId>
{
    public const int TextLength = 800;

    private CommunityFinding(FindingId id)
        : base(id) { }

    public CommunityId CommunityId { get; private set; }
    public PersonId? WrittenById { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <exception cref="ArgumentException">The text is empty or too long: forms and API refuse that before.</exception>
    public static CommunityFinding Write(FindingId id, CommunityId community, PersonId by, string text, DateTimeOffset now)
    {
        var finding = new CommunityFinding(id)
        {
            CommunityId = community,
            WrittenById = by,
            WrittenAt = now,
        };
        finding.Take(text, now);
        finding.Happened(new FindingWritten(by.Value, community.Value, id.Value, now));
        return finding;
    }

    public void Correct(string text, PersonId by, DateTimeOffset now)
    {
        Take(text, now);
        Happened(new FindingCorrected(by.Value, CommunityId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; its row is then removed.</summary>
    public void Strike(PersonId by, DateTimeOffset now) => Happened(new FindingStruck(by.Value, CommunityId.Value, Id.Value, now));

    private void Take(string text, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Trim().Length, TextLength, nameof(text));
        (Text, ChangedAt) = (text.Trim(), now);
    }
}
