using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// What every control owes its user: a label, a hint and an error that belong to it, and what was typed still there.
/// The words come from one key: <c>words="plan.goal"</c> uses <c>plan.goal.label</c> and, where they exist, <c>plan.goal.hint</c> and
/// <c>plan.goal.why</c> with <c>plan.goal.why.title</c> (a note in the margin).
/// </summary>
public abstract class Control(Words words, HtmlEncoder encoder) : TagHelper
{
    /// <summary>The property that the control asks for.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeName("words")]
    public required string Key { get; set; }

    /// <summary>Says beside the label that it may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Leaves room beside the control for what the autosave says.</summary>
    public bool Saved { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    protected Words Words { get; } = words;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>One id per name, so that the error summary can find it.</summary>
    // A page with several forms of one kind sets IdPrefix in the view data of each.
    protected string Id => (ViewContext.ViewData["IdPrefix"] as string) + ControlId.Of(Name);

    protected string? Error =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What was typed, also when it could not be understood; else what the model holds.</summary>
    protected string Value =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Written(For.Model);

    protected IReadOnlyList<string> Values =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
            ? entry.RawValue is string[] several
                ? several
                : [entry.AttemptedValue ?? ""]
            : For.Model is IEnumerable many and not string
                ? [.. many.Cast<object?>().Select(Written)]
                : [Written(For.Model)];

    protected bool IsRequired => For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();

    /// <summary>The limit that the model itself states, so that form, model and test cannot disagree.</summary>
    protected int? Limit =>
        For
            .Metadata.ValidatorMetadata.Select(v =>
                v switch
                {
                    MaxLengthAttribute { Length: > 0 } m => m.Length,
                    StringLengthAttribute s => s.MaximumLength,
                    _ => (int?)null,
                }
            )
            .FirstOrDefault(l => l is not null);

    protected string HintId => Id + "-hint";
    protected string ErrorId => Id + "-error";
    protected string SavedId => Id + "-saved";

    protected bool HasHint => Words.Has(Key + ".hint");

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { HasHint ? HintId : null, Error is null ? null : ErrorId }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    private protected Markup Begin() => new(encoder);

    private protected Markup Label(Markup html, string tag)
    {
        Called(Words[Key + ".label"]);
        html.Raw("<").Raw(tag).Attribute("for", tag == "label" ? Id : null).Raw(">").Text(Words[Key + ".label"]);
        if (Optional)
        {
            html.Raw(" <span class=\"optional\">").Text(Words["design.optional"]).Raw("</span>");
        }

        return html.Raw("</").Raw(tag).Raw(">");
    }

    /// <summary>Tells the error summary what this control is called.</summary>
    private protected void Called(string label) => ControlId.Labels(ViewContext.HttpContext)[Name] = label;

    private protected Markup Hint(Markup html) => HasHint ? html.Element("p", Words[Key + ".hint"], "hint", HintId) : html;

    private protected Markup Note(Markup html)
    {
        if (!Words.Has(Key + ".why"))
        {
            return html;
        }

        var title = Words.Has(Key + ".why.title") ? Words[Key + ".why.title"] : Words["design.why"];
        return html.Raw("<details class=\"note\"><summary>")
            .Text(title)
            .Raw("</summary><p>")
            .Text(Words[Key + ".why"])
            .Raw("</p></details>");
    }

    private protected Markup Foot(Markup html)
    {
        html.Element("p", Error, "error", ErrorId);
        return Saved
            ? html.Raw("<div class=\"under\"><span></span><span class=\"saved\" data-saved").Attribute("id", SavedId).Raw("></span></div>")
            : html;
    }

    protected static string Written(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private protected static void Replace(TagHelperOutput output, Markup html)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}

/// <summary>The id of the control with this name; the error summary links to it.</summary>
internal static class ControlId
{
    private static readonly object LabelsKey = new();

    /// <summary>The labels of the controls on this page so far, by name.</summary>
    public static Dictionary<string, string> Labels(HttpContext context)
    {
        if (context.Items[LabelsKey] is not Dictionary<string, string> labels)
        {
            context.Items[LabelsKey] = labels = new(StringComparer.Ordinal);
        }

        return labels;
    }

    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
