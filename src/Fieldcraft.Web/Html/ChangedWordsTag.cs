using System.Text.Encodings.Web;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// <c>&lt;changed-words pieces="…" /&gt;</c>: one text with what was taken out and what was added, said as well as shown.
/// </summary>
[HtmlTargetElement("changed-words", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChangedWordsTag(Words words, HtmlEncoder encoder) : TagHelper
{
    public required IReadOnlyList<ChangedWords> Pieces { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var html = new Markup(encoder);
        foreach (var piece in Pieces)
        {
            _ = piece.Change switch
            {
                WordChange.Removed => Marked(html, "del", "changes.removed", piece.Text),
                WordChange.Added => Marked(html, "ins", "changes.added", piece.Text),
                _ => html.Text(piece.Text),
            };
        }

        output.Content.SetHtmlContent(html);
    }

    // The space after the last marked word stays outside, so that no line runs on into the next word.
    private Markup Marked(Markup html, string element, string word, string text)
    {
        var shown = text.TrimEnd();
        html.Raw($"<{element}><span class=\"for-readers-only\">").Text(words[word] + " ").Raw("</span>").Text(shown);
        html.Raw("<span class=\"for-readers-only\">").Text(" " + words["changes.end"]).Raw($"</span></{element}>");
        return html.Text(text.Length > shown.Length ? text[shown.Length..] : " ");
    }
}
