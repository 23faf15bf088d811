using System.Text.RegularExpressions;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

/// <summary>Something to look at again; its words are <c>strategy.finding.CODE</c>.</summary>
/// <param name="Entry">The place it leads to; null where it is about the whole.</param>
/// <param name="Because">Why it stays as it is, as somebody answered; null while nobody did.</param>
public sealed record CoherenceFinding(string Code, StrategyEntryId? Entry, string? Because = null);

/// <summary>An entry as the check reads it.</summary>
public sealed record CoherencePiece(
    StrategyEntryId Id,
    StrategyKind Kind,
    Sheet Sheet,
    StrategyEntryId? Serves,
    StrategyEntryId? Contradicts,
    bool HasOwner,
    IReadOnlyDictionary<string, string> Answers
);

/// <summary>Words by which empty talk and mere goals are known, in one language. They prompt a second look and decide nothing.</summary>
public sealed record EmptyWords(IReadOnlyList<string> Fluff, IReadOnlyList<string> Goals)
{
    /// <summary>Whether one of the words stands in the text, as a whole word or the beginning of one.</summary>
    internal static bool Holds(IReadOnlyList<string> words, string text) =>
        words.Any(w => Regex.IsMatch(text, $@"\b{Regex.Escape(w)}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
}

/// <summary>
/// Whether a strategy hangs together (DOMAIN 8.1, 8.2): what serves nothing and what nothing serves, what nobody answers for, what works against another, and what only
/// sounds like a strategy.
/// </summary>
public static class Coherence
{
    public const int PoliciesAtLeast = 3;
    public const int PoliciesAtMost = 6;

    /// <summary>More actions at a time than this are a list and no longer a strategy.</summary>
    public const int ActionsAtMost = 12;

    /// <param name="pieces">What is open now.</param>
    /// <param name="balance">What really went into both kinds of learning.</param>
    public static IReadOnlyList<CoherenceFinding> Check(
        IReadOnlyCollection<CoherencePiece> pieces,
        LearningBalance balance,
        EmptyWords words,
        DateOnly today
    )
    {
        var policies = pieces.Where(p => p.Kind == StrategyKind.Policy).ToList();
        var actions = pieces.Where(p => p.Kind == StrategyKind.Action).ToList();
        var diagnosis = pieces.FirstOrDefault(p => p.Kind == StrategyKind.Diagnosis);
        var about = diagnosis?.Id ?? pieces.FirstOrDefault(p => p.Kind == StrategyKind.Opening)?.Id;
        var found = new List<(string Code, StrategyEntryId? Entry)>();

        void Find(string code, CoherencePiece piece, bool isSo)
        {
            if (isSo)
            {
                found.Add((code, piece.Id));
            }
        }

        void FindInWhole(string code, bool isSo)
        {
            if (isSo)
            {
                found.Add((code, about));
            }
        }

        FindInWhole("no-diagnosis", diagnosis?.Sheet.Has("crux") != true);
        FindInWhole("few-policies", policies.Count < PoliciesAtLeast);
        FindInWhole("many-policies", policies.Count > PoliciesAtMost);
        FindInWhole("many-actions", actions.Count > ActionsAtMost);
        FindInWhole("effort-against-policy", balance.IsTooLittleGenerative);
        if (diagnosis is not null)
        {
            foreach (var part in StrategyForms.DiagnosisParts.Where(diagnosis.Sheet.Has))
            {
                FindInWhole($"unanswered-{part}", policies.TrueForAll(p => p.Sheet["answers"] != part));
            }

            Find("fluff", diagnosis, EmptyWords.Holds(words.Fluff, diagnosis.Sheet["crux"]));
            Find("goal-instead-of-strategy", diagnosis, EmptyWords.Holds(words.Goals, diagnosis.Sheet["crux"]));
        }

        foreach (var policy in policies)
        {
            Find("policy-without-diagnosis", policy, !policy.Sheet.Has("answers"));
            Find("policy-without-action", policy, actions.TrueForAll(a => a.Serves != policy.Id));
            Find("fluff", policy, EmptyWords.Holds(words.Fluff, policy.Sheet["policy"]));
            Find("goal-instead-of-strategy", policy, EmptyWords.Holds(words.Goals, policy.Sheet["policy"]));
        }

        foreach (var action in actions)
        {
            var serves = policies.Exists(p => p.Id == action.Serves);
            Find("action-without-policy", action, !serves);
            Find("action-without-owner", action, !action.HasOwner);
            Find("action-without-date", action, !action.Sheet.Has("due"));
            Find("action-past-its-date", action, action.Sheet.Day("due") < today);
            Find("action-contradicts", action, action.Contradicts is { } other && actions.Exists(a => a.Id == other));
            Find("tool-without-strategy", action, action.Sheet.Has("tool") && (!serves || !action.Sheet.Has("why")));
            Find("course-moved-online", action, action.Sheet["tactic"] == "course" && action.Sheet.Ticked("movedOnline"));
            Find("fluff", action, EmptyWords.Holds(words.Fluff, action.Sheet["action"]));
        }

        return
        [
            .. found.Select(f => new CoherenceFinding(
                f.Code,
                f.Entry,
                pieces.FirstOrDefault(p => p.Id == f.Entry)?.Answers.GetValueOrDefault(f.Code)
            )),
        ];
    }
}
