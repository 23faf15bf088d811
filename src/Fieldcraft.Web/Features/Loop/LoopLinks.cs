using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>Every address of the learning loop.</summary>
public static class LoopLinks
{
    public const string List = "/team-ideas";
    public const string Submit = "/team-ideas/new";
    public const string Waiting = "/team-ideas/to-answer";
    public const string Measures = "/team-ideas/measures";
    public const string TeamSheet = "/team-ideas/sheet";

    public static string One(TeamIdeaId id) => $"/team-ideas/{id.Value}";

    public static string MeasuresOf(ProgrammeId id) => $"{Measures}?programme={id.Value}";

    public static string ArrangeMeeting(ProgrammeId programme, LoopPlace place) =>
        $"/team-ideas/meetings/new?programme={programme.Value}&tier={place.Tier}&unit={place.Unit?.Value}";

    public static string Meeting(LoopMeetingId id) => $"/team-ideas/meetings/{id.Value}";

    public static string MeetingAt(LoopMeetingId id, TeamIdeaId idea) => $"{Meeting(id)}?idea={idea.Value}";

    public static string Order(LoopMeetingId id) => $"{Meeting(id)}/order";

    public static string Sheet(LoopMeetingId id) => $"{Meeting(id)}/sheet";
}
