using System.Text.RegularExpressions;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>What closes a talk with an internal customer before it has begun (DOMAIN 6.4).</summary>
public enum Closing
{
    /// <summary>Leaves the other yes or no, or asks for a post.</summary>
    ClosedQuestion,
    Complaint,

    /// <summary>Praise of the own strength, or an offer before the need is known.</summary>
    Boast,

    /// <summary>A reproach, said or hidden in a question.</summary>
    Attack,
}

/// <summary>Another way of asking is offered.</summary>
/// <param name="Confidence">0 to 1; how sure the rules are, from <see cref="Reframing.OfferedFrom"/> up.</param>
/// <param name="Because">The words that the rules saw, as they were typed.</param>
/// <param name="Instead">Probing questions that fit, by id.</param>
public sealed record ReframingOffer(Closing Kind, decimal Confidence, IReadOnlyList<string> Because, IReadOnlyList<string> Instead);

/// <summary>
/// Looks at one sentence, in English, for what closes a talk. Each sign has a weight; signs of one kind add up as chances that do not depend on each other. What
/// is told of others, a check whether one understood, and an appointment are no closing. Below the stated confidence nothing is offered.
/// </summary>
public static partial class Reframing
{
    public const decimal OfferedFrom = 0.6m;
    public const int LengthAtMost = 400;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly IReadOnlyList<Sign> Signs =
    [
        // Reproaches, said or asked.
        Attack(
            0.70,
            @"^(but |and |so )?why (on earth |the hell )?(do|don't|did|didn't|are|aren't|were|weren't|can't|couldn't|won't|haven't|must|should|is|isn't|does|doesn't) (you|your|nobody|no one)\b"
        ),
        Attack(0.50, @"\bstill\b.*\?"),
        Attack(
            0.65,
            @"^(but |and |so )?(don't|doesn't|didn't|isn't|aren't|wasn't|wouldn't|shouldn't|haven't|hasn't|can't) (you|your|anyone|anybody)\b"
        ),
        Attack(
            0.75,
            @"\byou (people |lot |all )?(clearly|obviously|evidently|apparently|simply|just|plainly) (don't|do not|haven't|have not|didn't|aren't|never|can't|have no)"
        ),
        Attack(
            0.70,
            @"\byou (should have|should've|ought to have|could have|could've|failed|keep (on )?(ignoring|blocking|changing|forgetting|making|sending|losing|breaking))"
        ),
        Attack(0.65, @"\byou (never|always) (?!know\b)\w+"),
        Attack(
            0.65,
            @"\byou('re| are) (just |only |simply |always |far |)(making it|blocking|ignoring|overcomplicating|missing the|hiding|wasting|being)|\byou insist on\b|\b(your \w+|you) (clearly|obviously) (doesn't|does not|don't)"
        ),
        Attack(
            0.65,
            @"^(so |but |and )?(wouldn't it (be|have been)|was (it|that) (really )?necessary|is (it|that|this) (really )?(necessary|all (there is|you))|what possessed you|what makes you think|who do you think)|\b(that's|this is) all there is\b"
        ),
        Attack(
            0.70,
            @"\b(i (don't|can't|will never) understand why you|i'd have (expected|thought)|i would have expected|i expected (more|better)|(just )?be honest|why don't you (just )?admit|it's no wonder|no wonder)\b"
        ),
        Attack(
            0.70,
            @"^(but )?how (can|could|did) (you|anyone|anybody) (possibly|ever|seriously|not|let|allow|miss|overlook|ignore|think|believe)"
        ),
        Attack(0.75, @"^(have|did|has) (you|anyone|anybody)[^?]*\b(even|actually|at all|bothered)\b"),
        Attack(
            0.75,
            @"\b(what were you thinking|who on earth|your fault|you people|you lot|how hard can it be|is it (really )?too much to ask|surely you)\b"
        ),
        Attack(0.70, @"^do you (really|seriously|honestly|actually|even)\b"),
        Attack(
            0.65,
            @"^(but |and |so )?(how come|why (is|has|have|was|were|does|did) (nothing|nobody|no one|it (always|never|so|take)|this (always|never)))\b|\bisn't (it|that) your (job|task)\b"
        ),
        Attack(
            0.70,
            @"\b(with (all )?(due )?respect|the (trouble|problem|weakness) with (you|your)|you've lost touch|out of touch|you can't tell me|don't tell me|(strange|funny|odd|peculiar) way (of|to))\b"
        ),
        Attack(
            0.60,
            @"^if (you|your \w+)( \w+)? (had|did|\w+ed|could|would)\b[^?]*\b(properly|once|for a change|we wouldn't|i wouldn't|none of this)\b"
        ),
        Attack(0.65, @"\b(when|how long)\b[^?]*\b(finally|at last|wake up|get (your )?act together|until you|before you (finally )?)\b"),
        Attack(
            0.60,
            @"\byou(r|rs)?\b[^.?!]*\b(outdated|old-fashioned|nonsense|ridiculous|pointless|absurd|sloppy|lazy|careless|incompetent|a joke|amateurish)\b"
        ),
        Attack(0.60, @"\b(whose|what) (bright |brilliant |clever |stupid )+idea\b|\bwho (thought|decided)[^?]*\?"),
        Attack(0.60, @"\b(if you|had you) (had )?(just |only |simply )?(listened|asked|done your|bothered|read|checked|planned)\b"),
        // Complaints.
        Complaint(
            0.75,
            @"\b(nobody|no one|no-one) (ever |here |really |in this \w+ )*(tells?|told|asks?|asked|listens?|listened|cares?|cared|informs?|informed|thinks?|bothers?|bothered|notices?|noticed|answers?|explains?|explained|takes?|looks?)"
        ),
        Complaint(
            0.45,
            @"\b(always|never|constantly|every (single )?(time|day|week|morning)|again and again|yet again|once again|all the time|keeps? (on )?\w+ing)\b"
        ),
        Complaint(
            0.35,
            @"\b(they|management|head office|your (team|people|unit|side|drivers|colleagues)|the other shift|other (units|teams|shifts)|upstairs|planning|it department|hr)\b"
        ),
        Complaint(
            0.70,
            @"\b(not fair|unfair|hopeless|always the same|fed up|sick of|tired of|had enough|can't go on|mess|disgrace|shambles|chaos|nightmare|unbearable|impossible to work)\b"
        ),
        Complaint(
            0.60,
            @"\b(as usual|typical|of course nobody|late again|too late again|wast(e|ing) (of )?(my |our )?time|for nothing|left (out|alone|in the dark)|in the dark|passed over|overlooked|ignored|forgotten|behind our backs|over our heads)\b"
        ),
        Complaint(
            0.62,
            @"\b((hasn't|haven't|no) (got )?a clue|(weren't|wasn't|were not|was not|been) (even )?(asked|told|warned|consulted)|without (any )?(warning|asking us|a word)|no warning|(never|not) (our|my) turn|in (some|a|the) drawer|(days|weeks|months|ages) to (answer|get|reply|fix)|didn't even|just (dumps?|leaves?|throws?)|have to sort (it|that|this) out)\b"
        ),
        Complaint(
            0.62,
            @"\b(lands? on (us|me|my desk)|not (one|a single) (person|one|soul)|useless|unreadable|rubbish|pathetic|nothing but|if only (somebody|someone|anyone|anybody)|(isn't|is not) fair|far too (much|many|few)|too many (chiefs|meetings|bosses)|nothing (ever )?gets done|(keep|always) having to|(week|day) in,? (week|day) out|(never|not) (even )?(got|get|had|received) (so much as )?(a|any|an) (reply|answer|thank)|gets? worse|fobbed off|not good enough)\b"
        ),
        Complaint(
            0.55,
            @"\b(we|i) (always |just |then |only )?(have|has|had|get|are left|end up) (to|with)? ?(clear(ing)?|clean(ing)?|wait(ing)?|pay(ing)?|do(ing)? (all|everything)|pick(ing)? up|run(ning)? after|the (blame|rest|worst)|none of)"
        ),
        Complaint(
            0.65,
            @"\b(i|we)( have|'ve| was| were| are| am|'m)? (never|not once|hardly ever) (been )?(asked|told|invited|considered|consulted|informed|thanked|given|get|hear|heard)\b"
        ),
        Complaint(
            0.60,
            @"\b(how are we supposed|what's the point|why (is it )?always (me|us)|why me|it's always (me|us|the)|not my job|nothing (ever )?(changes|happens|works))\b"
        ),
        Complaint(
            0.45,
            @"\b(don't|doesn't|won't|didn't|never) (even |ever )?(tell|ask|listen|care|answer|reply|help|work|understand|bother|respond|share|inform|respect)\b"
        ),
        // Boasts, and offers before the need.
        Boast(
            0.80,
            @"\b(i'm|i am|we're|we are|(my|our) (team|unit|shift|crew|depot) is)\b(?! not)[^.?!]*\b(the best|the only|the fastest|the strongest|by far|second to none|number one|unbeatable|the most \w+|an expert|experts?|the (top|leading))"
        ),
        Boast(
            0.75,
            @"\b(we|i)( could|'d| would| can|'ll)? (easily|do (that|this|it) (better|faster|in half|with half)|sort (that|this|it) out in|fix (that|this|it|your))"
        ),
        Boast(
            0.65,
            @"\b(better|faster|quicker|cheaper|more \w+) than (your|you|anyone|anybody|any|everyone|all|most|the (other|rest)|whoever)\b"
        ),
        Boast(
            0.70,
            @"\b(nobody|no one|no-one|hardly anyone|few people|not many)( else)?( here)? (knows?|does|can|could|has|have|handles?|comes? close|runs?|plans?)\b"
        ),
        Boast(
            0.60,
            @"\b(trust me|believe me|leave (it|that|this) to me|just let me|you need me|you won't find|you'll be (amazed|impressed|glad)|i know exactly|(what|all) you need is (me|my|our)|i have (just )?the (perfect|right) (solution|tool|answer))\b"
        ),
        Boast(
            0.55,
            @"\b(single-handedly|all by myself|without (any )?help|thanks to me|because of me|i (alone|personally)|i've never (failed|missed|lost)|i have never (failed|missed|lost)|never once)\b"
        ),
        Boast(
            0.55,
            @"\b(everyone|everybody|people|they all)( always)? (says?|knows?|agrees?|tells? me|admires?|comes? to me)\b[^.]*\b(i|i'm|me|my|we|our)\b"
        ),
        Boast(
            0.50,
            @"\b(my|our) (record|results|numbers|figures|track record|method|system|tool|solution|idea|plan|way)\b[^.?!]*\b(best|better|brilliant|perfect|speaks? for|unmatched|far ahead|top|great|outstanding|works everywhere)\b"
        ),
        Boast(
            0.65,
            @"\b((light )?years ahead|miles ahead|child's play|i'm a (born|natural)|lucky to (get|have)|what i can offer|i can offer you|i'm (extremely|highly|very|really) (motivated|skilled|talented|experienced|good|organised)|with (my|our) (experience|know-how|skills))\b|\b(my|our) \w+( \w+)? (has|have|had|is|are|was|were) the (lowest|highest|best|fastest|fewest|most)\b"
        ),
        Boast(
            0.65,
            @"\b(it was (me|us) who|i was the one who|standing on my head|with my eyes (closed|shut)|in my sleep|without (me|my|us|our)\b[^.?!]*\b(would|wouldn't|could|nothing|never)|ahead of the (field|curve|game)|there isn't an? \w+ (i|we) can't|speaks? for (itself|themselves)|what you need is (?!to\b)|you('d| would) benefit|you'll want to|you won't (recognise|regret)|give (me|us) (a|an|one|two|three) (hour|day|week|month)|perfect (solution|fit|answer|candidate)|(brilliant|excellent|outstanding|fantastic) (feedback|results|reviews)|simply the most|said (i|we) (was|were|am|are) (their|the))\b"
        ),
        Boast(0.70, @"\b(nobody|no one|no-one)\b[^.?!]*\b(faster|better|quicker|cleaner|like) (than )?(me|us|i do|we do)\b"),
        Boast(
            0.45,
            @"\b(i can promise you|ask anyone|we('ve)? (sorted|fixed|solved) (this|that|the same|exactly))\b|\b(won't|wouldn't) take (us|me) long\b"
        ),
        Boast(0.50, @"\b(known for|quick on the uptake|team player|eye for detail|top quality|class one|black belt)\b"),
        Boast(0.45, @"\b(\d+|ten|fifteen|twenty|thirty) years\b|\b(award|prize|certified|top performer|star)\b"),
        Boast(
            0.55,
            @"\bi('ve| have)? (always )?(been|was) (the one|the first|the best|brilliant|good at|great at)\b|\bi'm (brilliant|great|excellent|really good|very good|simply good) (at|with)\b"
        ),
        // Questions that leave yes or no.
        Closed(
            0.65,
            @"^(so |and |but |well,? |hello,? |hi,? )*(is|are|am|was|were|do|does|did|can|could|will|would|may|might|shall|should|have|has|had|any chance|isn't|aren't|don't|doesn't)\b[^?]*\?$"
        ),
        Closed(
            0.65,
            @"^(so |and |but |well,? |hello,? |hi,? )*(is|are|do|does|did|can|could|will|would|may|might|should|have|has|any chance) (i|you|we|there|it|your|they|this|that|anyone|anybody|somebody|someone|of)\b[^.?]*$"
        ),
        Closed(0.65, @"^so (you|you'd|you're|you'll|there|your|we|i)\b[^?]*\?$"),
        Closed(
            0.65,
            @"^(?!(what|which|how|when|where|who|whose|why)\b)[^?]*,( so)? (is|are|was|were|do|does|did|can|could|will|would|should|have|has) (i|you|we|there|it|your|they|the|this|that|anyone|anybody|somebody|someone)\b[^?]*\?$"
        ),
        Closed(0.65, @"\b(i (just |only )?(wanted|want|wish|would like|'d like) to (ask|know)|i was wondering|i wonder) (whether|if)\b"),
        Closed(
            0.40,
            @"\b(post|posts|slot|slots|vacanc(y|ies)|opening|openings|position|positions|job|jobs|place|role|secondment|promotion|room for me|spot|help|join)\b"
        ),
        Closed(0.70, @", (do|does|is|are|will|can|could|would) (you|it|they|we|there)\?$"),
        Closed(
            0.70,
            @",? (don't|doesn't|isn't|aren't|won't|wouldn't|can't|couldn't|haven't|hasn't|didn't) (you|it|they|we|there|he|she)\?$|\b(right|yes or no|or not)\?$"
        ),
    ];

    /// <returns>Null where nothing closes the talk, or where the rules are not sure enough.</returns>
    public static ReframingOffer? Of(string sentence)
    {
        try
        {
            return Look(Plain(sentence));
        }
        catch (RegexMatchTimeoutException)
        {
            // A text that keeps the rules busy this long is no sentence; they are not sure.
            return null;
        }
    }

    private static ReframingOffer? Look(string text)
    {
        if (text.Length is 0 or > LengthAtMost || Harmless().IsMatch(text) || Appointment().IsMatch(text))
        {
            return null;
        }

        var isTold = ToldOfOthers().IsMatch(text);
        var isAsked = text.EndsWith('?') || AsksOpenly().IsMatch(text);
        return Enum.GetValues<Closing>()
            .Select(kind =>
                (Kind: kind, Found: Signs.Where(s => s.Kind == kind).Select(s => (s.Weight, Match: s.Pattern.Match(text))).ToList())
            )
            .Select(k => Offer(k.Kind, [.. k.Found.Where(f => f.Match.Success)], isTold, isAsked))
            .OfType<ReframingOffer>()
            .OrderByDescending(o => o.Confidence)
            .ThenByDescending(o => o.Kind)
            .FirstOrDefault();
    }

    private static ReframingOffer? Offer(Closing kind, IReadOnlyList<(double Weight, Match Match)> found, bool isTold, bool isAsked)
    {
        var unsure = found.Aggregate(1.0, (left, f) => left * (1 - f.Weight));
        var confidence = 1 - unsure;
        confidence *= kind switch
        {
            // What somebody else said is a note, and so is a complaint that asks something.
            Closing.Complaint or Closing.Boast => (isTold ? 0.4 : 1) * (isAsked ? 0.6 : 1),
            Closing.Attack => isTold ? 0.5 : 1,
            _ => found.Count > 0 && found[0].Weight < 0.5 ? 0 : 1,
        };
        var rounded = Math.Round((decimal)confidence, 2);
        return rounded < OfferedFrom
            ? null
            : new ReframingOffer(kind, rounded, [.. found.Select(f => f.Match.Value.Trim())], InsteadOf(kind));
    }

    private static IReadOnlyList<string> InsteadOf(Closing kind) =>
        kind switch
        {
            Closing.ClosedQuestion => ["g3", "b5"],
            Closing.Complaint => ["o1", "o6"],
            Closing.Boast => ["g4", "b6"],
            _ => ["u3", "o2"],
        };

    private static string Plain(string sentence) =>
        Unmarked().Replace(Spaces().Replace(sentence.Replace('’', '\'').Replace('‘', '\'').Trim(), " "), "n't");

    private static Sign Attack(double weight, string pattern) => Sign.Of(Closing.Attack, weight, pattern);

    private static Sign Complaint(double weight, string pattern) => Sign.Of(Closing.Complaint, weight, pattern);

    private static Sign Boast(double weight, string pattern) => Sign.Of(Closing.Boast, weight, pattern);

    private static Sign Closed(double weight, string pattern) => Sign.Of(Closing.ClosedQuestion, weight, pattern);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Typed in a hurry.
    [GeneratedRegex(@"(?<=\b(is|are|do|does|did|was|were|have|has|had|could|would|should|ca))nt\b", Options, 200)]
    private static partial Regex Unmarked();

    // A check whether one understood, leave to write or to come back, an appointment, and open questions in the dress of closed ones.
    [GeneratedRegex(
        @"^(so |and |then |but |well,? )*((may|can|could|shall|should|might) (i|we) (just |quickly |please |also |perhaps )*(check|ask|come back|note|write|take notes|repeat|summarise|sum up|read|quote|send|share|bring|call|ring|show|pass|tell|mention|record|keep|copy|meet|start|begin|use|say|name|put)|(did|do|have) (i|we) (understand|understood|get|got|hear|heard|have|leave|left|miss)[^?]*(right|correctly|properly|you|anything|it)|is (that|this|it) (ok|okay|all right|alright|right|correct|fine|fair to say|what you)|would (it be (ok|okay|all right|fine|alright)|you (be ok|be okay|mind|tell|walk|describe|show|say more|explain|take me through|show me))|(could|can|will) you (tell|describe|walk|show|say more|explain|give me an example|take me|help me understand)|(shall|should) (i|we)\b)",
        Options,
        200
    )]
    private static partial Regex Harmless();

    [GeneratedRegex(
        "\\b(she|he|they|customers?|drivers?|the (manager|customer|team|lead|colleague|depot|counter)|[A-Z][a-z]+) (says?|said|told|tells|mentioned|mentions|explained|explains|thinks|reported|reports|complained|complains|wants|wanted|describes|described|calls|called|feels|felt|added|asked)\\b|\\b[Aa]ccording to\\b|[\"“”]|\\b(in (her|his|their) words|quote|noted|note:)",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex ToldOfOthers();

    [GeneratedRegex(
        @"^(so |and |then )?(are|is|does|do|will|would|can|could|shall|should)\b(?=[^?]*\b(still on|suit|suits|work for you|meet|free on|back (to you|on)|call you|ring you|come by|drop in|diary|calendar))[^?]*\b((mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next (week|month)|half past|quarter (past|to)|o'clock|noon|\d{1,2}([:.]\d{2}| ?(am|pm)|(st|nd|rd|th)))",
        Options,
        200
    )]
    private static partial Regex Appointment();

    [GeneratedRegex("^(what|which|how|when|where|who|whose)\\b", Options, 200)]
    private static partial Regex AsksOpenly();

    private sealed record Sign(Closing Kind, double Weight, Regex Pattern)
    {
        public static Sign Of(Closing kind, double weight, string pattern) => new(kind, weight, new Regex(pattern, Options, Patience));
    }
}
