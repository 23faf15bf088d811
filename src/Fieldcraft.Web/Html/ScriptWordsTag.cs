using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>Gives the scripts their words: <c>&lt;body script-words&gt;</c> becomes <c>&lt;body data-word-saved="Saved {0}" …&gt;</c>.</summary>
[HtmlTargetElement("body", Attributes = "script-words")]
public sealed class ScriptWordsTag(Words words) : TagHelper
{
    /// <summary>In the order in which docs/autosave.md explains them.</summary>
    internal static readonly IReadOnlyList<string> Keys =
    [
        "saving",
        "saved",
        "waiting",
        "waiting-here",
        "ended",
        "ended-here",
        "sign-in",
        "refused",
        "two-versions",
        "choose-one",
        "mine",
        "theirs",
        "keep-mine",
        "keep-theirs",
        "restored",
        "discard",
        "copied",
        "unsent",
    ];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("script-words");
        foreach (var key in Keys)
        {
            output.Attributes.SetAttribute("data-word-" + key, words["design.script." + key.Replace('-', '_')]);
        }
    }
}
