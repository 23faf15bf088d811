using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Insight;

internal static class InsightWords
{
    /// <summary>What a line of a table is called; a mark that has no words of its own stands as the directory writes it.</summary>
    public static string NameOf(Words words, InsightLine line) =>
        line.IsUnit ? line.Name
        : words.Has(line.Name) ? words[line.Name]
        : line.Name[(line.Name.LastIndexOf('.') + 1)..];
}
