using System.Globalization;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>The questions of a check and what a form says to them, the same for the own view and for raters.</summary>
/// <param name="Said">By capability in the fast form, by capability and the number of the statement (<c>delegation/0</c>) in the full form.</param>
public sealed record RatingForm(
    Catalogue Catalogue,
    CheckForm Form,
    IReadOnlyList<string> Asked,
    IReadOnlyDictionary<string, string?> Said,
    string WordsOf
)
{
    /// <summary>The behaviours of a capability in the full form; none where it is rated by its anchors.</summary>
    public IReadOnlyList<string> StatementsOf(string capability, Words words) =>
        Form == CheckForm.Full ? Catalogue.StatementsOf(capability, words) : [];

    public static string Name(string capability, int statement) => string.Create(CultureInfo.InvariantCulture, $"{capability}/{statement}");

    /// <summary>What was said, as ratings. What is not answered and what was not observed are the same: neither is counted.</summary>
    public CapabilityRatings Ratings(Words words)
    {
        var statements = Asked
            .Where(c => StatementsOf(c, words).Count > 0)
            .ToDictionary(
                c => c,
                c => (IReadOnlyList<int?>)[.. StatementsOf(c, words).Select((_, i) => Number(Name(c, i)))],
                StringComparer.Ordinal
            );
        var full = CapabilityRatings.OfStatements(statements);
        return full with
        {
            Ratings = Asked.ToDictionary(c => c, c => statements.ContainsKey(c) ? full.Ratings[c] : Number(c), StringComparer.Ordinal),
        };
    }

    private int? Number(string name) =>
        RatingInput.Number(Said.GetValueOrDefault(name), CapabilityRatings.Lowest, CapabilityRatings.Highest);
}
