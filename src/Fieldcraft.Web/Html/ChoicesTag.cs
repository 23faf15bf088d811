using System.Collections;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>One thing to choose: its value in the form, its words, and what choosing it means.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>
/// <c>&lt;choices for="Prompt" words="journal.prompt" /&gt;</c>: rows of radio buttons for one value, of checkboxes for several or for a yes.
/// An enumeration brings its own rows, with the words <c>journal.prompt.Name</c> and, where it exists, <c>journal.prompt.Name.hint</c>.
/// </summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTag(Words words, HtmlEncoder encoder) : Control(words, encoder)
{
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>"large" for a choice that decides the way on, "inline" for short words, "list" for a long list in a drop-down.</summary>
    public string? Look { get; set; }

    /// <summary>The first row of a list: nothing chosen. A word key.</summary>
    public string? None { get; set; }

    private Type Asked => Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;

    private bool IsYes => Asked == typeof(bool);

    private bool IsSeveral => Asked != typeof(string) && typeof(IEnumerable).IsAssignableFrom(Asked);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = Begin();
        if (Look == "list")
        {
            List(html);
        }
        else if (IsYes)
        {
            html.Raw("<div class=\"field\">");
            Called(Words[Key + ".label"]);
            Note(html).Raw("<div class=\"choices\">");
            Row(
                html,
                Id,
                new Choice("true", Words[Key + ".label"], HasHint ? Words[Key + ".hint"] : null),
                "checkbox",
                Values.Contains("true", StringComparer.OrdinalIgnoreCase),
                ErrorIdIfAny
            );
            Foot(html.Raw("</div>")).Raw("</div>");
        }
        else
        {
            Rows(html);
        }

        Replace(output, html);
    }

    private string? ErrorIdIfAny => Error is null ? null : ErrorId;

    private void Rows(Markup html)
    {
        html.Raw("<fieldset class=\"field\"").Attribute("aria-describedby", DescribedBy).Raw(">");
        Label(html, "legend");
        Note(html);
        Hint(html).Raw("<div").Attribute("class", Look is null ? "choices" : "choices " + Look).Raw(">");
        var values = Values;
        var first = true;
        foreach (var choice in All())
        {
            var id = first ? Id : $"{Id}-{ControlId.Of(choice.Value)}";
            Row(html, id, choice, IsSeveral ? "checkbox" : "radio", values.Contains(choice.Value, StringComparer.Ordinal), null);
            first = false;
        }

        Foot(html.Raw("</div>")).Raw("</fieldset>");
    }

    private void Row(Markup html, string id, Choice choice, string type, bool isChosen, string? describedBy)
    {
        html.Raw("<label><input").Attribute("type", type).Attribute("id", id).Attribute("name", Name).Attribute("value", choice.Value);
        html.Flag("checked", isChosen).Attribute("aria-describedby", describedBy).Raw("><span>");
        html.Element(Look == "large" ? "strong" : "span", choice.Text).Element("span", choice.Hint, "hint").Raw("</span></label>");
    }

    private void List(Markup html)
    {
        html.Raw("<div class=\"field\">");
        Note(html);
        Label(html, "label");
        Hint(html).Raw("<select").Attribute("id", Id).Attribute("name", Name).Flag("multiple", IsSeveral);
        html.Attribute("aria-invalid", Error is null ? null : "true").Attribute("aria-describedby", DescribedBy).Raw(">");
        if (None is not null)
        {
            html.Raw("<option value=\"\">").Text(Words[None]).Raw("</option>");
        }

        var values = Values;
        foreach (var choice in All())
        {
            html.Raw("<option")
                .Attribute("value", choice.Value)
                .Flag("selected", values.Contains(choice.Value, StringComparer.Ordinal))
                .Raw(">");
            html.Text(choice.Text).Raw("</option>");
        }

        Foot(html.Raw("</select>")).Raw("</div>");
    }

    private IEnumerable<Choice> All()
    {
        if (Items is not null)
        {
            return Items;
        }

        var kind = IsSeveral && Asked.IsGenericType ? Asked.GetGenericArguments()[0] : Asked;
        return Enum.GetNames(kind)
            .Select(n => new Choice(n, Words[$"{Key}.{n}"], Words.Has($"{Key}.{n}.hint") ? Words[$"{Key}.{n}.hint"] : null));
    }
}
