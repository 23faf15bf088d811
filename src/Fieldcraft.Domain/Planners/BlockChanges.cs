using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Domain.Planners;

/// <summary>What of a block a newer edition says differently.</summary>
public enum BlockChange
{
    Added,
    Dropped,
    Moved,
    Minutes,
    Title,
    Aim,
    KeyMessage,
    Activity,
    Guide,
    Media,
    Locked,
    Opened,
}

/// <summary>A block that differs between two editions.</summary>
/// <param name="Block">As it is in the newer edition; of a dropped one as it was.</param>
/// <param name="Before">As it was; null when it is new.</param>
public sealed record ChangedBlock(ModuleBlock Block, ModuleBlock? Before, IReadOnlyList<BlockChange> Changes);

/// <summary>Lays two editions of a module side by side, by the ids of their blocks.</summary>
public static class BlockChanges
{
    /// <summary>The blocks that differ, in the order of the newer edition, what was dropped last; empty when none does.</summary>
    public static IReadOnlyList<ChangedBlock> Between(ModuleContent before, ModuleContent after)
    {
        var then = before.Blocks.ToDictionary(b => b.Id, StringComparer.Ordinal);
        var now = after.Blocks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        // Only blocks that both have can change places: a new or a dropped one moves nobody.
        var order = before.Blocks.Select(b => b.Id).Where(now.Contains).ToList();
        var orderNow = after.Blocks.Select(b => b.Id).Where(then.ContainsKey).ToList();
        return
        [
            .. after
                .Blocks.Select(b =>
                    then.TryGetValue(b.Id, out var was)
                        ? new ChangedBlock(b, was, [.. Of(was, b, order.IndexOf(b.Id) != orderNow.IndexOf(b.Id))])
                        : new ChangedBlock(b, null, [BlockChange.Added])
                )
                .Where(c => c.Changes.Count > 0),
            .. before.Blocks.Where(b => !now.Contains(b.Id)).Select(b => new ChangedBlock(b, b, [BlockChange.Dropped])),
        ];
    }

    private static IEnumerable<BlockChange> Of(ModuleBlock was, ModuleBlock isNow, bool moved)
    {
        (BlockChange Change, bool Differs)[] looked =
        [
            (BlockChange.Moved, moved),
            (BlockChange.Minutes, was.Minutes != isNow.Minutes || was.MinutesInHalves != isNow.MinutesInHalves),
            (BlockChange.Title, !was.Title.Equals(isNow.Title)),
            (BlockChange.Aim, !was.Aim.Equals(isNow.Aim)),
            (BlockChange.KeyMessage, !was.KeyMessage.Equals(isNow.KeyMessage)),
            (BlockChange.Activity, !was.Activity.Equals(isNow.Activity)),
            (BlockChange.Guide, !was.Guide.Equals(isNow.Guide)),
            (BlockChange.Media, !was.Media.SequenceEqual(isNow.Media)),
            (BlockChange.Locked, isNow.IsLocked && !was.IsLocked),
            (BlockChange.Opened, was.IsLocked && !isNow.IsLocked),
        ];
        return looked.Where(l => l.Differs).Select(l => l.Change);
    }
}
