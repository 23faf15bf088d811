using Fieldcraft.Domain.Conversations;

namespace Fieldcraft.Domain.Workshops;

/// <summary>A stage of the day's live session, and the block it belongs to.</summary>
public sealed record BlockStage(int Block, SessionStage Stage);

/// <summary>A block that is still to come, as the day now goes.</summary>
/// <param name="Expected">When it begins if nothing else changes, in minutes after midnight.</param>
/// <param name="Late">By how many minutes that is later than it is fixed or planned; negative: earlier.</param>
public sealed record ExpectedBlock(TimedBlock Planned, int Expected, int Late)
{
    public TimeOnly Begins => WorkshopAgenda.Clock(Expected);

    /// <summary>It is fixed, and what comes before does not let it begin in time.</summary>
    public bool IsLate => Planned.Block.FixedAt is not null && Late > 0;
}

/// <summary>The day as a live session: one for the whole day, so that people come in once and everything else follows.</summary>
public static class WorkshopRun
{
    /// <summary>The script whose words the stages have, and the kind of the session's origin.</summary>
    public const string Script = "workshop";

    /// <summary>The stages in order. Those of a block take as long as it, to the minute.</summary>
    /// <param name="partsOf">The parts that a block of this key has on phones.</param>
    public static IReadOnlyList<BlockStage> Stages(WorkshopAgenda agenda, Func<string, IReadOnlyList<ExercisePart>> partsOf)
    {
        var stages = new List<BlockStage>();
        foreach (var block in agenda.Blocks)
        {
            var parts = partsOf(block.Key);
            if (parts.Count == 0 || parts.Count > block.Minutes)
            {
                parts = [new ExercisePart(block.Key, KindOf(block.Kind), 1)];
            }

            Add(stages, block, parts);
        }

        return stages;
    }

    /// <summary>When each block after the present one will begin. What is fixed waits for its time, and is late when what comes before takes longer.</summary>
    /// <param name="present">The place of the present stage, from 0; -1 before the beginning.</param>
    /// <param name="now">Minutes after midnight on the clock of the place.</param>
    /// <param name="left">Minutes left of the present stage.</param>
    public static IReadOnlyList<ExpectedBlock> Expect(
        WorkshopAgenda agenda,
        IReadOnlyList<BlockStage> stages,
        int present,
        int now,
        int left
    )
    {
        var times = agenda.Times().Blocks;
        var at = now + left;
        var block = present >= 0 && present < stages.Count ? stages[present].Block : 0;
        at += stages.Skip(present + 1).TakeWhile(s => s.Block == block).Sum(s => s.Stage.Minutes);
        var first = block == 0 ? 0 : times.Select(t => t.Block.Number).ToList().IndexOf(block) + 1;
        var expected = new List<ExpectedBlock>();
        foreach (var planned in times.Skip(first))
        {
            var begins = planned.Block.FixedAt is not null ? Math.Max(at, planned.From) : at;
            expected.Add(new ExpectedBlock(planned, begins, begins - planned.From));
            at = begins + planned.Block.Minutes;
        }

        return expected;
    }

    private static void Add(List<BlockStage> stages, WorkshopBlock block, IReadOnlyList<ExercisePart> parts)
    {
        var total = parts.Sum(p => p.Share);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var (from, shares) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            shares += part.Share;
            // Rounding the ends, not the lengths, keeps the sum exact; each part keeps a minute for those behind it.
            var to = (int)Math.Round((decimal)block.Minutes * shares / total, MidpointRounding.AwayFromZero);
            to = Math.Clamp(to, from + 1, block.Minutes - (parts.Count - 1 - i));
            int? of = part.Of is { } earlier ? places[earlier] : null;
            foreach (var minutes in Split(to - from))
            {
                stages.Add(new BlockStage(block.Number, new SessionStage(part.Id, part.Kind, minutes, Of: of)));
            }

            places[part.Id] = stages.Count - 1;
            from = to;
        }
    }

    /// <summary>A stage has an hour at most; longer ones come in equal pieces.</summary>
    private static IEnumerable<int> Split(int minutes)
    {
        var pieces = (minutes + SessionStage.LongestMinutes - 1) / SessionStage.LongestMinutes;
        for (var i = 0; i < pieces; i++)
        {
            yield return (minutes * (i + 1) / pieces) - (minutes * i / pieces);
        }
    }

    private static StageKind KindOf(BlockKind kind) =>
        kind is BlockKind.Exercise or BlockKind.Guests or BlockKind.Commit ? StageKind.Discuss : StageKind.Gather;
}
