using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

/// <summary>Ideas that were merged, directly or through others, have one answer: that of the idea at the end of the chain.</summary>
public static class IdeaMerging
{
    /// <summary>The idea at whose end each of these ends up.</summary>
    /// <param name="family">All that share a root, the root included.</param>
    public static TeamIdeaId RootOf(TeamIdeaId idea, IReadOnlyDictionary<TeamIdeaId, TeamIdeaId?> family)
    {
        var root = idea;
        while (family.TryGetValue(root, out var next) && next is { } into)
        {
            root = into;
        }

        return root;
    }

    /// <summary>After one of a family was merged or stands for itself again, everybody follows the idea whose answer counts now.</summary>
    /// <returns>Those for whom another answer counts than before.</returns>
    public static IReadOnlyList<TeamIdea> Settle(IReadOnlyCollection<TeamIdea> family, DateTimeOffset now)
    {
        var into = family.ToDictionary(i => i.Id, i => i.MergedIntoId);
        var moved = new List<TeamIdea>();
        foreach (var idea in family)
        {
            if (RootOf(idea.Id, into) is var root && root != idea.RootId)
            {
                idea.Follow(root, now);
                moved.Add(idea);
            }
        }

        return moved;
    }
}
