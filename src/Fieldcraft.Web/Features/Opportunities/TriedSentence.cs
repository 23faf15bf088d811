using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Opportunities;

/// <summary>A sentence of one's own that was looked at, and where the form for it sends the next one. Nothing of it is kept.</summary>
public sealed record TriedSentence(string Address, string Sentence, bool WasTried, ReframingOffer? Offer, bool IsEnglish)
{
    public static TriedSentence None(string address, Words words) => new(address, "", false, null, InEnglish(words));

    public static TriedSentence Of(string address, string sentence, Words words) =>
        new(address, sentence, true, Reframing.Of(sentence), InEnglish(words));

    private static bool InEnglish(Words words) => words.Culture.TwoLetterISOLanguageName == "en";
}
