using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Circles;

/// <summary>One part of a meeting; its words are <c>script.circle.KEY</c>, on paper as in a live session.</summary>
/// <param name="From">Minutes from the beginning.</param>
public sealed record AgendaPart(string Key, int From, int Minutes)
{
    public int To => From + Minutes;
}

/// <summary>
/// The course of a circle's meeting (DOMAIN 4.6: one issue a turn, questions before advice, commitments). The shares of the time are a choice;
/// questions get the largest.
/// </summary>
public static class CircleAgenda
{
    /// <summary>By which a live session names its words and the room that planned it.</summary>
    public const string Script = "circle";

    // Of sixty minutes.
    private static readonly (string Key, int Share)[] Shares =
    [
        ("round", 10),
        ("issue", 8),
        ("questions", 20),
        ("shift", 4),
        ("ideas", 7),
        ("commit", 6),
        ("close", 5),
    ];

    /// <summary>The parts with whole minutes that add up to the length of the meeting.</summary>
    public static IReadOnlyList<AgendaPart> For(int minutes)
    {
        var total = Shares.Sum(s => s.Share);
        var parts = new List<AgendaPart>();
        var (from, shares) = (0, 0);
        foreach (var (key, share) in Shares)
        {
            // Rounding the ends, not the lengths, keeps the sum exact.
            shares += share;
            var to = (int)Math.Round((decimal)minutes * shares / total, MidpointRounding.AwayFromZero);
            parts.Add(new AgendaPart(key, from, to - from));
            from = to;
        }

        return parts;
    }

    /// <summary>
    /// The same course for a live session, of the same length: before the questions are asked aloud, everybody writes one down, so that those who are quick
    /// to speak do not have all of them. What each takes on is written beside the meeting, where the circle finds it again.
    /// </summary>
    /// <param name="minutes">Length of the meeting, as for <see cref="For"/>.</param>
    /// <param name="issueOwner">Whose turn it is; named in the parts that are about the issue.</param>
    public static IReadOnlyList<SessionStage> Stages(int minutes, PersonId? issueOwner)
    {
        var stages = new List<SessionStage>();
        foreach (var part in For(minutes))
        {
            var length = part.Minutes;
            if (part.Key == "questions")
            {
                var (write, read) = (Math.Max(1, length * 3 / 20), Math.Max(1, length * 2 / 20));
                stages.Add(new SessionStage("ask", StageKind.Answer, write, Turn: issueOwner?.Value));
                stages.Add(new SessionStage("ask-shown", StageKind.Reveal, read, Of: stages.Count - 1));
                length -= write + read;
            }

            var isOfIssue = part.Key is "issue" or "questions" or "shift" or "ideas";
            stages.Add(
                new SessionStage(
                    part.Key,
                    isOfIssue ? StageKind.Discuss : StageKind.Gather,
                    Math.Max(1, length),
                    Of: part.Key == "questions" ? stages.Count - 2 : null,
                    Turn: isOfIssue ? issueOwner?.Value : null
                )
            );
        }

        return stages;
    }
}
