using System.Globalization;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Conversations;

/// <summary>What a stage of a conversation is for.</summary>
public enum StageKind
{
    /// <summary>Arriving, agreeing, breaking: nothing is written.</summary>
    Gather,

    /// <summary>Everybody writes by themselves.</summary>
    Answer,

    /// <summary>What its authors chose to show of an earlier stage is shown to all at once.</summary>
    Reveal,

    /// <summary>Talking; what was revealed stays in sight.</summary>
    Discuss,

    /// <summary>Everybody writes down what they will do.</summary>
    Commit,
}

/// <summary>Who a script is for.</summary>
public enum ScriptUse
{
    /// <summary>Two people and one phone or sheet.</summary>
    Pair,

    /// <summary>A live session of 2 to 12 people.</summary>
    Group,

    /// <summary>A live session that another room plans: a circle, for example. It is not offered by itself.</summary>
    Room,
}

/// <summary>A stage as a script has it.</summary>
/// <param name="Id">Unique in the script; the words are <c>script.SCRIPT.ID.title</c> and <c>.text</c>.</param>
/// <param name="Minutes">Planned length, 1 to 60.</param>
/// <param name="Question">The trigger question (DOMAIN 1.7) that is answered; the answer then also lands in the author's inquiry.</param>
/// <param name="Of">The stage whose answers are revealed or talked about.</param>
/// <param name="Turn">Neighbouring stages with this mark are repeated, together, for each person whose turn it is.</param>
/// <param name="Side">In a script for two: whose turn it is, 1 or 2; null for both.</param>
public sealed record ScriptStage(
    string Id,
    StageKind Kind,
    int Minutes,
    string? Question = null,
    string? Of = null,
    bool Turn = false,
    int? Side = null
);

/// <summary>
/// How a conversation goes, as data (<c>content/scripts.json</c>): rooms supply scripts, and <see cref="LiveSession"/> runs any of them.
/// </summary>
public sealed record SessionScript(string Id, ScriptUse Use, IReadOnlyList<ScriptStage> Stages)
{
    public const int IdLength = 40;

    public string NameWord => $"script.{Id}.name";
    public string AboutWord => $"script.{Id}.about";

    public int Minutes => Stages.Sum(s => s.Minutes);

    /// <summary>
    /// The stages of one session, in order. Stages marked as turns come once for each of <paramref name="turns"/>; with nobody named, once.
    /// </summary>
    /// <exception cref="FormatException">A stage refers to one that does not stand before it and is answered.</exception>
    public IReadOnlyList<SessionStage> For(IReadOnlyList<PersonId> turns)
    {
        var stages = new List<SessionStage>();
        for (var at = 0; at < Stages.Count; )
        {
            if (!Stages[at].Turn)
            {
                stages.Add(Stage(Stages[at++], null, stages));
                continue;
            }

            var end = at;
            while (end < Stages.Count && Stages[end].Turn)
            {
                end++;
            }

            foreach (var turn in turns.Count == 0 ? [null] : turns.Select(t => (Guid?)t.Value))
            {
                for (var i = at; i < end; i++)
                {
                    stages.Add(Stage(Stages[i], turn, stages));
                }
            }

            at = end;
        }

        return stages;
    }

    private SessionStage Stage(ScriptStage stage, Guid? turn, List<SessionStage> before)
    {
        var of = stage.Of is null ? -1 : before.FindLastIndex(s => s.Key == stage.Of && s.IsWritten);
        return stage.Of is not null && of < 0
            ? throw new FormatException($"{Id}.{stage.Id}: no stage {stage.Of} is answered before it.")
            : new SessionStage(stage.Id, stage.Kind, stage.Minutes, stage.Question, of < 0 ? null : of, turn);
    }
}

/// <summary>A stage of one session.</summary>
/// <param name="Key">The id of the stage in its script.</param>
/// <param name="Of">The place, from 0, of the stage whose answers are revealed or talked about.</param>
/// <param name="Turn">The person whose turn it is.</param>
public sealed record SessionStage(string Key, StageKind Kind, int Minutes, string? Question = null, int? Of = null, Guid? Turn = null)
{
    /// <summary>The most of them that one session takes.</summary>
    public const int MostStages = 80;

    public const int LongestMinutes = 60;

    /// <summary>Whether everybody writes in it.</summary>
    public bool IsWritten => Kind is StageKind.Answer or StageKind.Commit;

    /// <summary>One line for each stage, as a session keeps them.</summary>
    internal static string Write(IReadOnlyList<SessionStage> stages) =>
        string.Join(
            '\n',
            stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}|{s.Kind}|{s.Minutes}|{s.Question}|{s.Of}|{s.Turn:D}"))
        );

    /// <summary>What <see cref="Write"/> wrote; a line that is no stage is left out.</summary>
    internal static List<SessionStage> Read(string lines) => [.. lines.Split('\n').Select(ReadLine).OfType<SessionStage>()];

    private static SessionStage? ReadLine(string line) =>
        line.Split('|') is [var key, var kind, var minutes, var question, var of, var turn]
        && Enum.TryParse<StageKind>(kind, out var known)
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new SessionStage(
                key,
                known,
                length,
                question.Length == 0 ? null : question,
                int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null,
                Guid.TryParseExact(turn, "D", out var person) ? person : null
            )
            : null;
}
