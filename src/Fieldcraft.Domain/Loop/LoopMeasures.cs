using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Loop;

/// <summary>What the measures need of an idea; of one that was merged, the answer is that of the idea whose answer counts.</summary>
/// <param name="Team">Whose team it comes from.</param>
/// <param name="WasLate">A tier let the date pass.</param>
/// <param name="Answer">Null while there is none.</param>
public sealed record MeasuredIdea(
    UnitId Site,
    PersonId? Team,
    DateTimeOffset SubmittedAt,
    bool IsForwarded,
    bool WasLate,
    IdeaAnswerKind? Answer,
    DateTimeOffset? AnsweredAt
);

/// <summary>The health of the loop in one place (DOMAIN 7.7, measures). A share of nothing is null, never zero.</summary>
/// <param name="Teams">All teams in the place, with ideas or without.</param>
/// <param name="IdeasPerTeam">Ideas ÷ teams.</param>
/// <param name="ForwardedShare">Ideas that at least one tier picked ÷ ideas.</param>
/// <param name="InTimeShare">Answered with no date passed ÷ ideas that are answered or were late.</param>
/// <param name="MedianDays">From submitting to the answer, of those that have one.</param>
/// <param name="AdoptedOrTried">How many are adopted or tried.</param>
/// <param name="TeamsWaiting">Teams of which at least one idea has no answer; must reach 0.</param>
public sealed record LoopMeasures(
    int Ideas,
    int Teams,
    decimal? IdeasPerTeam,
    decimal? ForwardedShare,
    decimal? InTimeShare,
    decimal? MedianDays,
    int Answered,
    int AdoptedOrTried,
    int TeamsWaiting
)
{
    public static LoopMeasures Of(IReadOnlyCollection<MeasuredIdea> ideas, int teams)
    {
        var answered = ideas.Where(i => i.Answer is not null).ToList();
        var due = ideas.Count(i => i.Answer is not null || i.WasLate);
        return new LoopMeasures(
            ideas.Count,
            teams,
            Share(ideas.Count, teams),
            Share(ideas.Count(i => i.IsForwarded), ideas.Count),
            Share(answered.Count(i => !i.WasLate), due),
            Median([.. answered.Select(i => (decimal)(i.AnsweredAt!.Value - i.SubmittedAt).TotalDays).Order()]),
            answered.Count,
            answered.Count(i => i.Answer is IdeaAnswerKind.Adopted or IdeaAnswerKind.Trial),
            ideas.Where(i => i.Answer is null && i.Team is not null).Select(i => i.Team).Distinct().Count()
        );
    }

    private static decimal? Share(int part, int whole) => whole == 0 ? null : (decimal)part / whole;

    private static decimal? Median(IReadOnlyList<decimal> inOrder) =>
        inOrder.Count == 0 ? null
        : inOrder.Count % 2 == 1 ? inOrder[inOrder.Count / 2]
        : (inOrder[(inOrder.Count / 2) - 1] + inOrder[inOrder.Count / 2]) / 2;
}
