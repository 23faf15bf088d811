using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>The numbers of partners (DOMAIN 4.6, 15.8).</summary>
public sealed record PartnerRules
{
    /// <summary>Days after which an ask that nobody answered is silently over.</summary>
    public required int AskOpenDays { get; init; }

    /// <summary>How many asks one person may have open at once.</summary>
    public required int OpenAsksAtMost { get; init; }

    /// <summary>Days after everybody said yes by which a first meeting should have been; then both are told, once.</summary>
    public required int FirstMeetingWithinDays { get; init; }

    /// <summary>So many meetings in a row that did not happen are told to both, once.</summary>
    public required int MissedInARow { get; init; }

    /// <summary>Days after which a meeting that nobody noted down counts as not held.</summary>
    public required int UnnotedAfterDays { get; init; }

    /// <summary>Meetings put into calendars at once.</summary>
    public required int MeetingsAhead { get; init; }

    /// <summary>Days an outside link is offered for.</summary>
    public required int LinkDays { get; init; }

    /// <summary>Ideas that one copy takes from one partner.</summary>
    public required int IdeasPerCopy { get; init; }

    /// <summary>With more reports than this a manager talks with groups (DOMAIN 15.8).</summary>
    public required int GroupTalksAbove { get; init; }

    /// <summary>People in a group talk, without the manager.</summary>
    public required int GroupTalkAtMost { get; init; }

    /// <summary>A shift with fewer people joins the others that are as small.</summary>
    public required int GroupTalkAtLeast { get; init; }

    /// <summary>Days between a manager's talk on enabling and the days of appraisal talks, unless a unit says otherwise (DOMAIN 15.8).</summary>
    public required int AppraisalDistanceDays { get; init; }

    internal IEnumerable<InputProblem> Problems()
    {
        (bool Holds, string Name)[] promises =
        [
            (AskOpenDays >= 1, "askOpenDays"),
            (OpenAsksAtMost >= 1, "openAsksAtMost"),
            (FirstMeetingWithinDays >= 1, "firstMeetingWithinDays"),
            (MissedInARow >= 1, "missedInARow"),
            (UnnotedAfterDays >= 1, "unnotedAfterDays"),
            (MeetingsAhead is >= 1 and <= 60, "meetingsAhead"),
            (LinkDays >= 1, "linkDays"),
            (IdeasPerCopy >= 1, "ideasPerCopy"),
            (GroupTalksAbove >= 1, "groupTalksAbove"),
            (GroupTalkAtMost >= 2, "groupTalkAtMost"),
            (GroupTalkAtLeast >= 1 && GroupTalkAtLeast <= GroupTalkAtMost, "groupTalkAtLeast"),
            (AppraisalDistanceDays is >= 0 and <= AppraisalSeason.DistanceAtMost, "appraisalDistanceDays"),
        ];
        return promises.Where(p => !p.Holds).Select(p => new InputProblem($"partners.{p.Name}", InputProblems.OutOfRange));
    }
}
