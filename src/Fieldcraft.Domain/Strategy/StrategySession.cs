using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

/// <summary>A stage of a working session, and where in the strategy goes what was shown in it.</summary>
/// <param name="Stage">The stage of the script.</param>
/// <param name="Kind">The kind of piece that it becomes, or stands in where there is one only.</param>
/// <param name="Box">The box of that piece.</param>
public sealed record SessionPart(string Stage, StrategyKind Kind, string Box)
{
    /// <summary>How many characters fit into the box.</summary>
    public int Length => StrategyForms.Of(Kind).Find(Box)!.Length;

    /// <summary>Whether a piece says it already.</summary>
    public bool IsSaidIn(Sheet sheet, string said)
    {
        var worded = StrategySession.Worded(said);
        return Kind == StrategyKind.Opening
            ? $"\n{sheet[Box]}\n".Contains($"\n{worded}\n", StringComparison.Ordinal)
            : sheet[Box] == worded;
    }

    /// <summary>The piece with this in it: an opening question gets a further line, everything else is said anew.</summary>
    public Sheet SayIn(Sheet sheet, string said) =>
        IsSaidIn(sheet, said) ? sheet
        : Kind == StrategyKind.Opening && sheet.Has(Box) ? StrategySession.With(sheet, Box, $"{sheet[Box]}\n{StrategySession.Worded(said)}")
        : StrategySession.With(sheet, Box, said);
}

/// <summary>
/// A working session of those who lead, on their strategy: a live session whose stages are the parts of the work (DOMAIN 8.1, 8.2). Where each stands is written in it too, but
/// goes nowhere: a stance is said on record at the piece, by its own leader.
/// </summary>
public static class StrategySession
{
    /// <summary>The script whose words the stages have, and the kind of the session's origin.</summary>
    public const string Script = "strategy";

    /// <summary>The stage in which everybody says what is given up for the policy that they wrote.</summary>
    public const string WillNot = "will-not";

    /// <summary>The stages of which something can be taken over, in their order.</summary>
    public static readonly IReadOnlyList<SessionPart> Parts =
    [
        new("want", StrategyKind.Opening, "want"),
        new("have", StrategyKind.Opening, "have"),
        new("around", StrategyKind.Opening, "around"),
        new("known", StrategyKind.Evidence, "what"),
        new("crux", StrategyKind.Diagnosis, "crux"),
        new("policy", StrategyKind.Policy, "policy"),
        new("try", StrategyKind.Action, "action"),
    ];

    /// <summary>The piece that something said becomes, or what its one piece then says.</summary>
    /// <param name="before">What the one piece of the kind says now; empty for a new one.</param>
    /// <param name="willNot">What is given up for a policy; other kinds have nothing of it.</param>
    /// <param name="session">The name of the session, as the source of what is known.</param>
    /// <param name="on">The day of the session.</param>
    public static Sheet Say(SessionPart part, Sheet before, string said, string willNot, string session, DateOnly on)
    {
        var sheet = part.SayIn(before, said);
        return part.Kind switch
        {
            StrategyKind.Policy => With(sheet, "willNot", willNot),
            StrategyKind.Evidence => With(With(sheet, "source", session), "on", $"{on:yyyy-MM-dd}"),
            _ => sheet,
        };
    }

    internal static Sheet With(Sheet sheet, string box, string text) =>
        new(sheet.Said.Where(s => s.Key != box).Append(KeyValuePair.Create(box, text)));

    internal static string Worded(string said) => said.Trim().ReplaceLineEndings("\n");
}
