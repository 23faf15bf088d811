namespace Fieldcraft.Rollout.Solving;

/// <summary>Which limits keep somebody out of every session: the smallest set whose removal would let them in, everything else as it stands.</summary>
internal static class Limits
{
    /// <summary>In the order that decides between sets of one size.</summary>
    private static readonly string[] Names = ["shift", "language", "cover", "room", "leader-load", "leader-availability", "blackout"];

    /// <param name="board">What is taken; null asks about the person alone.</param>
    public static IReadOnlyList<string> Of(Ground ground, Part part, Board? board, int person)
    {
        var best = (1 << Names.Length) - 1;
        var who = ground.Instance.People[person];
        foreach (var leader in part.Leaders)
        {
            var teaches = ground.Instance.Leaders[leader];
            foreach (var site in ground.Near[teaches.Site].Where(s => ground.IsNear(s, who.Site)))
            {
                for (var start = 0; start < ground.Starts; start++)
                {
                    var binding =
                        Bit(!ground.PersonStarts[person][start], 0)
                        | Bit(!teaches.Languages.Contains(who.Language), 1)
                        | Bit(board is null ? Ground.Fewest(ground.Cover[who.Site], start, ground.Length) == 0 : !board.HasCover(who.Site, start), 2)
                        | Bit(board is null ? ground.Instance.Sites[site].Rooms.Count == 0 : !board.HasRoom(site, start), 3)
                        | Bit(board is not null && !board.HasLoad(leader, start), 4)
                        | Bit(!ground.LeaderStarts[leader][start], 5)
                        | Bit(!ground.SiteOpen[site][start], 6);
                    if (IsSmaller(binding, best))
                    {
                        best = binding;
                    }
                }
            }
        }

        return [.. Names.Where((_, i) => (best >> i & 1) != 0)];
    }

    private static int Bit(bool binds, int index) => binds ? 1 << index : 0;

    private static bool IsSmaller(int one, int other)
    {
        var (a, b) = (System.Numerics.BitOperations.PopCount((uint)one), System.Numerics.BitOperations.PopCount((uint)other));
        if (a != b)
        {
            return a < b;
        }

        // The first name in which they differ decides: the set that has it comes first.
        var differ = one ^ other;
        return differ != 0 && (one >> System.Numerics.BitOperations.TrailingZeroCount(differ) & 1) != 0;
    }
}
