using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Fieldcraft.Web.Html;

/// <summary>Writes a piece of HTML. Every value is encoded; only what is spelled out in the code goes in as it is.</summary>
internal sealed class Markup(HtmlEncoder encoder) : IHtmlContent
{
    private readonly StringBuilder _text = new(512);

    public Markup Raw(string html)
    {
        _text.Append(html);
        return this;
    }

    public Markup Text(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(encoder.Encode(value));
        }

        return this;
    }

    /// <summary>An attribute with its leading space; none at all when the value is null.</summary>
    public Markup Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(' ').Append(name).Append("=\"").Append(encoder.Encode(value)).Append('"');
        }

        return this;
    }

    /// <summary>A bare attribute, such as <c>checked</c>, when it holds.</summary>
    public Markup Flag(string name, bool holds)
    {
        if (holds)
        {
            _text.Append(' ').Append(name);
        }

        return this;
    }

    /// <summary>A whole element with text in it; nothing when there is no text.</summary>
    public Markup Element(string tag, string? text, string? className = null, string? id = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return this;
        }

        return Raw("<").Raw(tag).Attribute("class", className).Attribute("id", id).Raw(">").Text(text).Raw("</").Raw(tag).Raw(">");
    }

    public Markup Content(IHtmlContent content)
    {
        using var writer = new StringWriter(_text, System.Globalization.CultureInfo.InvariantCulture);
        content.WriteTo(writer, encoder);
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(_text);

    public override string ToString() => _text.ToString();
}
