using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Fieldcraft.Domain.Plans;

/// <summary>
/// Whether a behaviour is nothing but a quality ("be more strategic"): nobody in the room could say whether it happened (DOMAIN 4.3).
/// </summary>
/// <remarks>
/// The rule refuses only what it is sure about, in two shapes, and lets everything else pass, because a false refusal costs more than a
/// miss:
/// 1. "be", "become", "feel" … followed by words of quality and degree only ("be calmer and more open with my team"). Any other word
///    after it is taken for something that can be seen ("be at the gate before the shift").
/// 2. no verb at all, only words of quality and degree ("more confident", "better communication").
/// It knows English; a text in another language passes. Whoever disagrees keeps the text as it stands: a list of words does not have the
/// last say over what somebody wants to practise.
/// </remarks>
public static partial class ObservableBehaviour
{
    public const string RefusalCode = "adjective-only";

    private static readonly FrozenSet<string> LeadIns = Set(
        "i i'll i'd to will want would like try trying aim work working on my goal is should must need can become by"
    );
    private static readonly FrozenSet<string> Linking = Set(
        "be being become becoming feel stay remain seem appear get act behave come across as look"
    );

    private static readonly FrozenSet<string> Degree = Set(
        "a an the more less very much bit little really always and or but also even so far too as far most better good great best stronger even quite rather generally overall again not"
    );

    /// <summary>Words that say where or with whom without saying what: they make a quality no more visible.</summary>
    private static readonly FrozenSet<string> Vague = Set(
        "in at with for my our the all everyone everybody people team teams others work meetings leader manager boss person colleague role job listener communicator player thinker coach speaker decision-maker towards under pressure stress"
    );

    private static readonly FrozenSet<string> Qualities = Set(
        "strategic confident assertive empathetic empathic patient calm calmer open clear clearer decisive proactive visible present authentic humble inclusive collaborative supportive effective efficient productive organised organized structured disciplined accountable responsible resilient flexible agile adaptable innovative creative curious positive motivated motivating inspiring inspirational engaging approachable friendly nice kind kinder strong stronger firm firmer tough direct honest transparent trustworthy reliable consistent fair fairer brave braver bold bolder courageous mindful aware self-aware diplomatic tactful professional respectful attentive focused focussed analytical critical visionary charismatic influential empowering relaxed quiet quieter talkative outspoken cooperative customer-focused hands-on hands-off available sensitive persuasive entrepreneurial"
    );

    private static readonly FrozenSet<string> QualityNouns = Set(
        "communication confidence empathy leadership presence visibility patience listening thinking delegation awareness self-awareness self-confidence resilience assertiveness influence trust transparency communicating skills skill style mindset attitude ownership accountability teamwork collaboration"
    );

    private static readonly string[] QualityEndings =
    [
        "ic",
        "ive",
        "ful",
        "ous",
        "able",
        "ible",
        "ant",
        "ent",
        "ical",
        "less",
        "minded",
        "oriented",
        "focused",
    ];

    /// <summary>Whether the text names a quality and nothing that can be seen or heard.</summary>
    public static bool IsQualityOnly(string? text)
    {
        var words = Word().Matches((text ?? "").ToLowerInvariant().Replace('’', '\'')).Select(m => m.Value).ToList();
        var core = words.SkipWhile(LeadIns.Contains).ToList();
        var linked = core.Count < words.Count && words.Count > 0 && words.Take(words.Count - core.Count).Any(w => w == "become");
        var rest = core.SkipWhile(w => Linking.Contains(w)).ToList();
        linked |= rest.Count < core.Count;
        if (rest.Count == 0)
        {
            return false;
        }

        return linked
            ? rest.Exists(IsQualityAfterLink) && rest.TrueForAll(w => Degree.Contains(w) || Vague.Contains(w) || IsQualityAfterLink(w))
            : rest.Exists(w => Qualities.Contains(w) || QualityNouns.Contains(w))
                && rest.TrueForAll(w => Degree.Contains(w) || Qualities.Contains(w) || QualityNouns.Contains(w))
                && !IsVerbFirst(rest);
    }

    // After "be" an unknown word with the ending of an adjective is one.
    private static bool IsQualityAfterLink(string word) =>
        Qualities.Contains(word)
        || QualityNouns.Contains(word)
        || QualityEndings.Any(e => word.Length > e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal));

    // "Open the …", "Present …", "Calm …", "Trust …" are verbs when something follows that is not a quality; alone they stay undecided and pass.
    private static bool IsVerbFirst(List<string> words) =>
        words[0] is "open" or "present" or "calm" or "clear" or "direct" or "trust" or "influence" or "focused" or "better"
        && words.Count > 1
        && !QualityNouns.Contains(words[^1])
        && !Qualities.Contains(words[^1]);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Word();
}
