using System.Globalization;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>A block of one workshop's agenda.</summary>
/// <param name="Number">Unique in the agenda, for as long as the block is in it.</param>
/// <param name="FixedAt">When it begins whatever comes before it; null: when the one before it ends.</param>
/// <param name="Title">Of its own, in place of the word of its key.</param>
public sealed record WorkshopBlock(int Number, string Key, BlockKind Kind, int Minutes, TimeOnly? FixedAt = null, string? Title = null)
{
    public const int TitleLength = 80;
}

/// <summary>A block with its times, in minutes after midnight.</summary>
/// <param name="Free">Minutes between the block before and this one, where this one is fixed.</param>
/// <param name="TooLong">By how many minutes what comes before is too long for this one to begin when it is fixed.</param>
public sealed record TimedBlock(WorkshopBlock Block, int From, int Free, int TooLong)
{
    public int To => From + Block.Minutes;

    public TimeOnly Begins => WorkshopAgenda.Clock(From);

    public TimeOnly Ends => WorkshopAgenda.Clock(To);
}

/// <summary>The whole day with its times.</summary>
/// <param name="Ends">Minutes after midnight.</param>
/// <param name="TooLong">By how many minutes it ends later than it is meant to.</param>
/// <param name="Left">How many minutes are left at its end.</param>
public sealed record AgendaTimes(IReadOnlyList<TimedBlock> Blocks, int Ends, int TooLong, int Left)
{
    public TimeOnly EndsAt => WorkshopAgenda.Clock(Ends);

    /// <summary>Every fixed block that what comes before does not let begin in time, and the end of the day.</summary>
    public bool Fits => TooLong == 0 && Blocks.All(b => b.TooLong == 0);
}

/// <summary>
/// The agenda of a day: blocks in their order, timed from the start. Whatever is added, removed, moved or made longer or shorter, the rest follows;
/// what is fixed stays, and what lies before it is told to be too long. No minute of a block is ever taken away or made up.
/// </summary>
public sealed record WorkshopAgenda(TimeOnly Start, TimeOnly Until, IReadOnlyList<WorkshopBlock> Blocks)
{
    public const int BlocksAtMost = 30;
    public const int BlockMinutesAtLeast = 5;
    public const int BlockMinutesAtMost = 120;

    private const int DayMinutes = 24 * 60;

    public int Minutes => Blocks.Sum(b => b.Minutes);

    public WorkshopBlock? Find(int number) => Blocks.FirstOrDefault(b => b.Number == number);

    /// <summary>The clock times of every block.</summary>
    public AgendaTimes Times()
    {
        var timed = new List<TimedBlock>();
        var at = MinutesOf(Start);
        foreach (var block in Blocks)
        {
            var from = block.FixedAt is { } time ? MinutesOf(time) : at;
            timed.Add(new TimedBlock(block, from, Math.Max(0, from - at), Math.Max(0, at - from)));
            at = from + block.Minutes;
        }

        var until = MinutesOf(Until);
        return new AgendaTimes(timed, at, Math.Max(0, at - until), Math.Max(0, until - at));
    }

    /// <summary>Puts a block in. Refused: <c>workshop-agenda-full</c>, <c>workshop-block-minutes</c>, <c>workshop-fixed-outside</c>.</summary>
    /// <param name="place">From 0; behind the last one where it is larger.</param>
    public Outcome<WorkshopAgenda> Add(ProgrammeBlock block, int minutes, string? title, int place)
    {
        if (Blocks.Count >= BlocksAtMost)
        {
            return new Refusal("workshop-agenda-full", BlocksAtMost);
        }

        var added = new WorkshopBlock(
            Blocks.Count == 0 ? 1 : Blocks.Max(b => b.Number) + 1,
            block.Key,
            block.Kind,
            minutes,
            null,
            Clean(title)
        );
        var blocks = Blocks.ToList();
        blocks.Insert(Math.Clamp(place, 0, blocks.Count), added);
        return Checked(this with { Blocks = blocks }, added);
    }

    /// <summary>Refused: <c>workshop-block-gone</c>, <c>workshop-agenda-last</c>.</summary>
    public Outcome<WorkshopAgenda> Remove(int number) =>
        Find(number) is not { } block ? new Refusal("workshop-block-gone")
        : Blocks.Count == 1 ? new Refusal("workshop-agenda-last")
        : this with { Blocks = [.. Blocks.Where(b => b != block)] };

    /// <summary>Moves a block to another place; beyond the ends it goes to the end. Refused: <c>workshop-block-gone</c>.</summary>
    /// <param name="place">From 0.</param>
    public Outcome<WorkshopAgenda> Move(int number, int place)
    {
        if (Find(number) is not { } block)
        {
            return new Refusal("workshop-block-gone");
        }

        var blocks = Blocks.Where(b => b != block).ToList();
        blocks.Insert(Math.Clamp(place, 0, blocks.Count), block);
        return this with { Blocks = blocks };
    }

    /// <summary>
    /// Another length, a time that it keeps, a title of its own. Refused: <c>workshop-block-gone</c>, <c>workshop-block-minutes</c>,
    /// <c>workshop-fixed-outside</c>.
    /// </summary>
    public Outcome<WorkshopAgenda> Change(int number, int minutes, TimeOnly? fixedAt, string? title)
    {
        if (Find(number) is not { } block)
        {
            return new Refusal("workshop-block-gone");
        }

        var changed = block with { Minutes = minutes, FixedAt = fixedAt, Title = Clean(title) };
        return Checked(this with { Blocks = [.. Blocks.Select(b => b == block ? changed : b)] }, changed);
    }

    internal static TimeOnly Clock(int minutes) => TimeOnly.MinValue.AddMinutes(minutes % DayMinutes);

    internal static int MinutesOf(TimeOnly time) => (time.Hour * 60) + time.Minute;

    /// <summary>One line for each block, as a workshop keeps them.</summary>
    public static string Write(IReadOnlyList<WorkshopBlock> blocks) =>
        string.Join(
            '\n',
            blocks.Select(b =>
                string.Create(CultureInfo.InvariantCulture, $"{b.Number}|{b.Key}|{b.Kind}|{b.Minutes}|{b.FixedAt:HH\\:mm}|{b.Title}")
            )
        );

    /// <summary>What <see cref="Write"/> wrote; a line that is no block is left out.</summary>
    public static IReadOnlyList<WorkshopBlock> Read(string lines) => [.. lines.Split('\n').Select(ReadLine).OfType<WorkshopBlock>()];

    private static WorkshopBlock? ReadLine(string line) =>
        line.Split('|', 6) is [var number, var key, var kind, var minutes, var time, var title]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
        && Enum.TryParse<BlockKind>(kind, out var of)
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new WorkshopBlock(
                known,
                key,
                of,
                length,
                TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
                title.Length == 0 ? null : title
            )
            : null;

    private static Outcome<WorkshopAgenda> Checked(WorkshopAgenda agenda, WorkshopBlock block) =>
        block.Minutes is < BlockMinutesAtLeast or > BlockMinutesAtMost
            ? new Refusal("workshop-block-minutes", BlockMinutesAtLeast, BlockMinutesAtMost)
        : block.FixedAt < agenda.Start || block.FixedAt > agenda.Until ? new Refusal("workshop-fixed-outside")
        : agenda;

    // A line is a block: what would break it is a space.
    private static string? Clean(string? title)
    {
        var one = title?.ReplaceLineEndings(" ").Trim();
        return string.IsNullOrEmpty(one) ? null : one[..Math.Min(one.Length, WorkshopBlock.TitleLength)];
    }
}
