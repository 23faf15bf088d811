namespace Fieldcraft.Domain.Programmes;

/// <summary>How the parts of a module's content are changed, each without touching the others.</summary>
public static class ModuleWriting
{
    public static ModuleContent With(this ModuleContent content, ModuleBlock block) =>
        content with
        {
            Blocks = content.Blocks.Any(b => b.Id == block.Id)
                ? [.. content.Blocks.Select(b => b.Id == block.Id ? block : b)]
                : [.. content.Blocks, block],
        };

    public static ModuleContent Without(this ModuleContent content, string block) =>
        content with
        {
            Blocks = [.. content.Blocks.Where(b => b.Id != block)],
            FirstHalfEndsWith = content.FirstHalfEndsWith == block ? null : content.FirstHalfEndsWith,
        };

    /// <summary>Moves a block up (−1) or down (1); at the end of the list it stays.</summary>
    public static ModuleContent Moved(this ModuleContent content, string block, int by)
    {
        var blocks = content.Blocks.ToList();
        var from = blocks.FindIndex(b => b.Id == block);
        var to = from + by;
        if (from < 0 || to < 0 || to >= blocks.Count)
        {
            return content;
        }

        (blocks[from], blocks[to]) = (blocks[to], blocks[from]);
        return content with { Blocks = blocks };
    }

    /// <summary>
    /// Gives a block other minutes; every later block begins earlier or later by that. Where another block is to make room, it gives or gets the
    /// difference, so that the session ends when it did; it keeps at least one minute.
    /// </summary>
    public static ModuleContent Retimed(this ModuleContent content, string block, int minutes, string? makesRoom = null)
    {
        var now = content.Blocks.FirstOrDefault(b => b.Id == block);
        if (now is null)
        {
            return content;
        }

        var more = minutes - now.Minutes;
        return content with
        {
            Blocks =
            [
                .. content.Blocks.Select(b =>
                    b.Id == block ? b with { Minutes = minutes }
                    : b.Id == makesRoom ? b with { Minutes = Math.Max(1, b.Minutes - more) }
                    : b
                ),
            ],
        };
    }

    /// <summary>An id for a new block that none of the blocks has: <c>block-9</c>.</summary>
    public static string NewBlockId(this ModuleContent content)
    {
        var number = content.Blocks.Count + 1;
        while (content.Blocks.Any(b => b.Id == $"block-{number}"))
        {
            number++;
        }

        return $"block-{number}";
    }

    /// <summary>
    /// Lines of one language written over a list of texts. In the first language the lines make the list: a line that was there before keeps its words
    /// in the other languages. In another language the lines are the words for the texts that are there, in their order.
    /// </summary>
    public static IReadOnlyList<LocalText> Lines(
        this ModuleContent content,
        IReadOnlyList<LocalText> now,
        string language,
        IReadOnlyList<string> lines
    )
    {
        if (language != content.Language)
        {
            return [.. now.Select((text, i) => text.With(language, i < lines.Count ? lines[i] : null))];
        }

        return
        [
            .. lines.Select(
                (line, i) =>
                    (now.FirstOrDefault(t => t.Only(language) == line) ?? (i < now.Count ? now[i] : LocalText.Empty)).With(language, line)
            ),
        ];
    }

    /// <summary>What differs between two editions, block by block and part by part, for those who prepared with the older one.</summary>
    public static IReadOnlyList<ModuleDifference> Differences(this ModuleContent from, ModuleContent to) =>
        [
            .. to
                .Blocks.Where(b => from.Blocks.All(f => f.Id != b.Id))
                .Select(b => new ModuleDifference(ModulePart.Block, b.Id, IsNew: true)),
            .. from
                .Blocks.Where(b => to.Blocks.All(t => t.Id != b.Id))
                .Select(b => new ModuleDifference(ModulePart.Block, b.Id, IsGone: true)),
            .. from
                .Blocks.Join(to.Blocks, b => b.Id, b => b.Id, (before, after) => (before, after))
                .Where(p => !Same(p.before, p.after))
                .Select(p => new ModuleDifference(ModulePart.Block, p.after.Id)),
            .. Part(ModulePart.Order, Order(from, to).SequenceEqual(Order(to, from))),
            .. Part(ModulePart.Aims, from.Aims.SequenceEqual(to.Aims)),
            .. Part(ModulePart.Questions, from.Questions.SequenceEqual(to.Questions)),
            .. Part(ModulePart.Materials, from.Materials.SequenceEqual(to.Materials)),
            .. Part(ModulePart.Signs, from.Signs.SequenceEqual(to.Signs)),
            .. Part(ModulePart.Huddle, from.HuddleQuestion.Equals(to.HuddleQuestion)),
            .. Part(ModulePart.Routine, from.Routine == to.Routine),
            .. Part(ModulePart.Languages, from.Languages.SequenceEqual(to.Languages)),
        ];

    // The blocks that both have, in the order of the first.
    private static IEnumerable<string> Order(ModuleContent one, ModuleContent other) =>
        one.Blocks.Select(b => b.Id).Where(id => other.Blocks.Any(b => b.Id == id));

    private static bool Same(ModuleBlock before, ModuleBlock after) =>
        before with { Media = after.Media } == after && before.Media.SequenceEqual(after.Media);

    private static IEnumerable<ModuleDifference> Part(ModulePart part, bool isSame) => isSame ? [] : [new ModuleDifference(part)];
}

/// <summary>A part of a module in which two editions may differ.</summary>
public enum ModulePart
{
    Block,
    Order,
    Aims,
    Questions,
    Materials,
    Signs,
    Huddle,
    Routine,
    Languages,
}

/// <summary>One difference between two editions.</summary>
/// <param name="Block">The block's id, where it is about a block.</param>
public sealed record ModuleDifference(ModulePart Part, string? Block = null, bool IsNew = false, bool IsGone = false);
