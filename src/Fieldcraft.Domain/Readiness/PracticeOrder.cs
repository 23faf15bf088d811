using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Domain.Readiness;

/// <summary>What one leader of a group showed the coach; null: nothing.</summary>
public sealed record PractisingLeader(PersonId Id, ComfortMarks? Marks);

/// <summary>One leader's turn to practise.</summary>
/// <param name="From">Minutes from the start of the group.</param>
/// <param name="Block">Which block to rehearse; null: the leader chooses.</param>
/// <param name="Question">Which hard question to answer, by its place in the bank; null: none was asked for.</param>
public sealed record PracticeTurn(PersonId Leader, int From, int To, string? Block, int? Question);

/// <summary>
/// The running order of a coaching group: a short opening, a turn for each, and the planner at the end, since it is the work of the group and not
/// homework after it (DOMAIN 15.9). Who would rather not yet comes neither first nor last.
/// </summary>
public sealed record PracticeOrder(int OpeningMinutes, IReadOnlyList<PracticeTurn> Turns, int PlannerFrom, int PlannerTo)
{
    public const int Opening = 5;
    public const int PlannerMinutes = 20;
    public const int TurnAtMost = 10;

    /// <param name="content">The edition in which they prepare.</param>
    /// <param name="leaders">Those who come, in a steady order.</param>
    public static PracticeOrder Of(ModuleContent content, IReadOnlyList<PractisingLeader> leaders, int minutes)
    {
        var forTurns = Math.Max(0, minutes - Opening - PlannerMinutes);
        var each = leaders.Count == 0 ? 0 : Math.Min(TurnAtMost, forTurns / leaders.Count);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var asked = new Dictionary<int, int>();
        var turns = new List<PracticeTurn>();
        var from = Opening;
        foreach (var leader in InOrder(leaders))
        {
            turns.Add(new PracticeTurn(leader.Id, from, from + each, BlockOf(content, leader, taken), QuestionOf(content, leader, asked)));
            from += each;
        }

        return new PracticeOrder(Opening, turns, from, Math.Max(from, minutes));
    }

    private static List<PractisingLeader> InOrder(IReadOnlyList<PractisingLeader> leaders)
    {
        // The most comfortable opens, the next most comfortable closes; the others keep their order between the two.
        var byEase = leaders
            .Where(l => l.Marks is { Blocks.Count: > 0 })
            .OrderByDescending(l => l.Marks!.Blocks.Values.Min())
            .ThenBy(l => l.Id)
            .ToList();
        if (byEase.Count < 3)
        {
            return [.. leaders];
        }

        var (first, last) = (byEase[0], byEase[1]);
        return [first, .. leaders.Where(l => l != first && l != last), last];
    }

    // Of the blocks in which a leader is least comfortable, one that the fewest of the others rehearse.
    private static string? BlockOf(ModuleContent content, PractisingLeader leader, Dictionary<string, int> taken)
    {
        var rehearsal = leader.Marks?.Rehearsal(content) ?? [];
        var block = rehearsal
            .Where(b => b.Comfort == rehearsal[0].Comfort)
            .OrderBy(b => taken.GetValueOrDefault(b.Block.Block.Id))
            .ThenBy(b => b.Block.From)
            .Select(b => b.Block.Block.Id)
            .FirstOrDefault();
        if (block is not null)
        {
            taken[block] = taken.GetValueOrDefault(block) + 1;
        }

        return block;
    }

    private static int? QuestionOf(ModuleContent content, PractisingLeader leader, Dictionary<int, int> asked)
    {
        var question = (leader.Marks?.Questions ?? [])
            .Where(q => q < content.Questions.Count)
            .OrderBy(q => asked.GetValueOrDefault(q))
            .ThenBy(q => q)
            .Select(q => (int?)q)
            .FirstOrDefault();
        if (question is { } chosen)
        {
            asked[chosen] = asked.GetValueOrDefault(chosen) + 1;
        }

        return question;
    }
}
