using Fieldcraft.Domain.Conversations;

namespace Fieldcraft.Domain.Workshops;

/// <summary>What a block of a programme is for.</summary>
public enum BlockKind
{
    Start,

    /// <summary>Something short from the front: presenting, listening, emotion.</summary>
    Inputs,

    /// <summary>Everybody works; what is written is written on the own phone or sheet.</summary>
    Exercise,
    Break,

    /// <summary>Guests are in the room.</summary>
    Guests,
    Commit,
    Close,
}

/// <summary>A part of an exercise as it runs on the phones.</summary>
/// <param name="Id">Its words are <c>script.workshop.ID.title</c>, <c>.text</c> and, where something is written, <c>.ask</c>.</param>
/// <param name="Share">Of the minutes of its block, against the shares of the other parts.</param>
/// <param name="Of">The part of the same block whose answers are shown or talked about.</param>
public sealed record ExercisePart(string Id, StageKind Kind, int Share, string? Of = null);

/// <summary>A block as a programme has it. Its words are <c>workshops.block.KEY</c> and <c>workshops.block.KEY.text</c>.</summary>
/// <param name="Minutes">5 to <see cref="WorkshopAgenda.BlockMinutesAtMost"/>.</param>
/// <param name="FixedAt">When it begins whatever comes before: lunch, and the hour for which guests are asked.</param>
/// <param name="Parts">Of an exercise that runs on phones; empty: it is done aloud.</param>
public sealed record ProgrammeBlock(
    string Key,
    BlockKind Kind,
    int Minutes,
    TimeOnly? FixedAt = null,
    IReadOnlyList<ExercisePart>? Parts = null
)
{
    public const int KeyLength = 40;

    public IReadOnlyList<ExercisePart> OnPhones => Parts ?? [];
}

/// <summary>A programme for a group as data (<c>content/workshops.json</c>): the one-day workshop of DOMAIN 6.7, and any other of this shape.</summary>
/// <param name="Until">When the day is meant to end.</param>
/// <param name="IsSmall">An hour for a handful of people, without guests, trios or self-checks.</param>
/// <param name="IsOffered">False for the blocks that can be added to any programme.</param>
public sealed record WorkshopProgramme(
    string Id,
    TimeOnly Start,
    TimeOnly Until,
    IReadOnlyList<ProgrammeBlock> Blocks,
    bool IsSmall = false,
    bool IsOffered = true
)
{
    public const int IdLength = 40;

    public string NameWord => $"workshops.programme.{Id}";
    public string AboutWord => $"workshops.programme.{Id}.about";

    public int SeatsAtLeast(WorkshopRules rules) => IsSmall ? rules.SmallGroupAtLeast : rules.SeatsAtLeast;

    /// <summary>The agenda with which a workshop of this programme begins.</summary>
    /// <param name="start">When the day begins; what is fixed to a time of the programme moves along with it.</param>
    public WorkshopAgenda AgendaFrom(TimeOnly start)
    {
        var later = (int)(start.ToTimeSpan() - Start.ToTimeSpan()).TotalMinutes;
        return new WorkshopAgenda(
            start,
            Until.AddMinutes(later),
            [.. Blocks.Select((b, i) => new WorkshopBlock(i + 1, b.Key, b.Kind, b.Minutes, b.FixedAt?.AddMinutes(later)))]
        );
    }

    /// <summary>Everything wrong with the file's programmes, as sentences for whoever edits it; empty when they can be run.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<WorkshopProgramme> programmes)
    {
        var problems = new List<string>();
        foreach (var programme in programmes)
        {
            if (programme.Blocks.Count is 0 or > WorkshopAgenda.BlocksAtMost)
            {
                problems.Add($"{programme.Id}: 1 to {WorkshopAgenda.BlocksAtMost} blocks.");
            }

            foreach (var block in programme.Blocks)
            {
                problems.AddRange(ProblemsOf(block).Select(p => $"{programme.Id}.{block.Key}: {p}"));
            }
        }

        var parts = programmes.SelectMany(p => p.Blocks).GroupBy(b => b.Key, StringComparer.Ordinal);
        problems.AddRange(parts.Where(g => g.Select(b => b.Kind).Distinct().Count() > 1).Select(g => $"{g.Key}: of two kinds."));
        return problems;
    }

    private static IEnumerable<string> ProblemsOf(ProgrammeBlock block)
    {
        if (block.Minutes is < WorkshopAgenda.BlockMinutesAtLeast or > WorkshopAgenda.BlockMinutesAtMost)
        {
            yield return "its length is out of range.";
        }

        if (block.Key.Length is 0 or > ProgrammeBlock.KeyLength)
        {
            yield return "its key is too long.";
        }

        var total = block.OnPhones.Sum(p => p.Share);
        for (var i = 0; i < block.OnPhones.Count; i++)
        {
            var part = block.OnPhones[i];
            var of = part.Of is null ? null : block.OnPhones.Take(i).LastOrDefault(p => p.Id == part.Of);
            if (part.Of is not null && of?.Kind is not (StageKind.Answer or StageKind.Commit))
            {
                yield return $"{part.Id} refers to nothing that is written before it.";
            }

            // A part that is written is never split, and a stage has an hour at most.
            if (part.Share < 1 || (part.Kind is StageKind.Answer or StageKind.Commit && part.Share * 2 > total))
            {
                yield return $"{part.Id} has a share that cannot be run.";
            }
        }
    }
}
