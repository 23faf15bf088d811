namespace Fieldcraft.Web.Html;

/// <summary>Marks the namespace of the tag helpers until the first one stands here.</summary>
internal static class HtmlNamespace;
