using System.Globalization;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>What a language calls itself, for those who look for theirs.</summary>
internal static class LanguageNames
{
    public static string Of(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>Which way a text in this language runs.</summary>
    public static string DirectionOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).TextInfo.IsRightToLeft ? "rtl" : "ltr";
        }
        catch (CultureNotFoundException)
        {
            return "ltr";
        }
    }
}
