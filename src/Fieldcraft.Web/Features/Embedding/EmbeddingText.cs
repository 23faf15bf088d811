using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Days as this room says them.</summary>
internal static class EmbeddingText
{
    /// <summary>"March 2027".</summary>
    public static string Month(this Words words, DateOnly month) => month.ToString("MMMM yyyy", words.Culture);
}
